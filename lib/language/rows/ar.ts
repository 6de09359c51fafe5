// Arabic, as a row of the table of languages.
import { row } from '../language.js';

export const ar = row({
  code: 'ar',
  name: 'Arabic',
  script: 'Arabic',
  direction: 'rtl',
  role: 'served',
  prefixes: 'Arabic',
  capitals: 'none',
  joints: 'بعد|مع|وسط|بينما',
  openers: 'بعد|لكن|رغم|بينما|عقب|اثر',
  foreign: /[پچژگکی]/,
  countries: { leftOut: 'OM MM ML GE TD US GN CY NE MM SV QA MO LA DM TO AI DK', endings: {} },
});
