// English, as a row of the table of languages.
import { row } from '../language.js';

export const en = row({
  code: 'en',
  name: 'English',
  role: 'served',
  frequent: `
    the of and to in for on with at by from after over as is are was were says said how why what who will his her their this that
    than about into against amid before under its has have be not new more a an
  `,
  stop: `
    a an the and or but nor of in on at to for from by with without as is are was were be been being it its this that these those
    there here he she his her they them their we our you your i my me us who whom what which when where why how not no yes all
    any some more most less than then so if after before over under into out up down off about against between amid during while
    until since through per via new says say said saying tells told report reports reported live update updates latest news watch
    video opinion analysis exclusive breaking will would could should may might can must has have had do does did just now also
    still again first one get gets got vs
  `,
  joints: 'as|while|with|after|amid|but|when|by',
  openers: 'while|after|as|but|although|though|whereas|when|before|despite|amid|following|because|until|since|who|whom|which|where|if',
  endings: /(?:ings?|ed|es|e|s)$/,
  foreign: /[ßäöüáàâãåçéèêëíîïñóôõøúûùýąćčďęěğıłńňřśşšťůźżžæœ¿¡]/,
  countries: { leftOut: 'GE JO TD TR GN MM DM NU AI US KN LA MD FM KR', endings: {} },
});
