// Polish, as a row of the table of languages.
import { row } from '../language.js';

export const pl = row({
  code: 'pl',
  name: 'Polish',
  role: 'known',
  thousands: [' '],
  frequent: 'i w na z do się nie o że jest po od za dla przez to jak są czy ale',
});
