// Hebrew, as a row of the table of languages.
import { row } from '../language.js';

export const he = row({
  code: 'he',
  name: 'Hebrew',
  script: 'Hebrew',
  direction: 'rtl',
  role: 'known',
  prefixes: 'Hebrew',
  frequent: 'את של על עם לא כי זה גם אחרי נגד בין',
  capitals: 'none',
  countries: { leftOut: 'IL ML PE CU JO OM PS CD CG', endings: {} },
});
