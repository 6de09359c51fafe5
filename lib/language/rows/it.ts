// Italian, as a row of the table of languages.
import { row } from '../language.js';

export const it = row({
  code: 'it',
  name: 'Italian',
  role: 'known',
  thousands: ['.', ' '],
  frequent: `
    il la le della dei delle di del gli nel per alla sono dopo contro tra sulla dal degli più un una e in con si da che al
  `,
  forms: 'few',
  countries: { leftOut: 'IT ML GE MC CD CG CY CU', endings: {} },
});
