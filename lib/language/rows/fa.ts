// Persian, as a row of the table of languages.
import { row } from '../language.js';

export const fa = row({
  code: 'fa',
  name: 'Persian',
  script: 'Arabic',
  direction: 'rtl',
  role: 'known',
  frequent: 'در به از که را با برای این شد کرد است می بر تا',
  capitals: 'none',
  countries: { leftOut: 'IR ML PE TD US PS CD CG KR KP AE OM', endings: { '*': '- -ی*' } },
});
