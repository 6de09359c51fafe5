// Polish, as a row of the table of languages.
import { row } from '../language.js';

export const pl = row({
  code: 'pl',
  name: 'Polish',
  role: 'known',
  thousands: [' '],
  frequent: 'i w na z do się nie o że jest po od za dla przez to jak są czy ale',
  countries: {
    leftOut: 'PL QA IR ML OM CU DK CG CD KR KP CN DE',
    endings: { a: 'a y i e ie', y: 'y - ami ach om', 'b c d f g h j k l ł m n p r s t w z': '- -u -em -ie -iem -owi -a' },
  },
});
