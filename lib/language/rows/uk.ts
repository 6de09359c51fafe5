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
});
