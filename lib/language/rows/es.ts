// Spanish, as a row of the table of languages.
import { row } from '../language.js';

export const es = row({
  code: 'es',
  name: 'Spanish',
  role: 'served',
  thousands: ['.', ' '],
  frequent: 'el la los las del de una un por para con según tras contra entre sobre más sus cómo qué que y en se al su',
  stop: `
    el la los las un una unos unas y e o u de del a al en con sin por para sobre contra entre hasta desde tras ante bajo es son
    era fue fueron ser sido está están ha han había que qué quien quién cual cuál cuando cuándo como cómo donde dónde se su sus
    lo le les nos no sí más menos muy todo todos toda todas según dice dicen directo nuevo nueva nuevos nuevas ya también este
    esta estos estas ese esa
  `,
  joints: 'mientras|con|tras|pero',
  openers: 'mientras|tras|pero|aunque|pese|cuando|después|antes',
  endings: /(?:amiento|ación|ados?|adas?|es|as|os|a|o|e|s)$/,
  forms: 'few',
  countries: { leftOut: 'GD DM LC SH GN TD NE IM BL US', endings: {} },
});
