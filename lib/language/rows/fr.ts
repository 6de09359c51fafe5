// French, as a row of the table of languages.
import { row } from '../language.js';

export const fr = row({
  code: 'fr',
  name: 'French',
  role: 'served',
  thousands: ['.', ' '],
  frequent: `
    le la les des une dans pour sur avec après aux du de est sont qui contre par ses selon entre plus comment pourquoi et un en
    au à l’ d’
  `,
  stop: `
    le la les l un une des du de d et ou mais à a au aux en dans sur sous par pour avec sans entre vers chez contre depuis après
    avant pendant est sont était être été ont avoir fait ce cet cette ces se s sa son ses leur leurs il elle ils elles on nous
    vous je qui que qu quoi dont où quand comment pourquoi ne n pas plus moins très tout tous toute toutes selon dit disent
    annonce direct nouveau nouvelle nouveaux nouvelles si y c j m t encore déjà aussi va vont
  `,
  joints: 'alors|avec|après|mais|tandis',
  openers: 'tandis|après|mais|malgré|alors|quand|lorsque|avant|car',
  endings: /(?:ées|és|ée|ements?|es|er|e|é|s|x)$/,
  forms: 'few',
  countries: { leftOut: 'MU DM GD GN SH LC TD GE NE MC IM US', endings: {} },
});
