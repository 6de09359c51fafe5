// Ukrainian, as a row of the table of languages.
import { row } from '../language.js';

export const uk = row({
  code: 'uk',
  name: 'Ukrainian',
  script: 'Cyrillic',
  role: 'known',
  thousands: [' '],
  frequent: 'в у на і й з із за про для не від що як після при його до та',
  foreign: /[ыэъё]/,
  countries: {
    leftOut: 'UA SY ML TD TG PE OM CG CD KR KP NE',
    endings: {
      а: 'а и і у ою',
      я: 'я ї ю єю',
      ь: 'ь ю я ем і',
      й: 'й ю я єм ї',
      и: 'и ам ами ах',
      'б в г ґ д ж з к л м н п р с т ф х ц ч ш щ': '- -у -а -ом -і',
    },
  },
});
