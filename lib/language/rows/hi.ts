// Hindi, as a row of the table of languages.
import { row } from '../language.js';

export const hi = row({
  code: 'hi',
  name: 'Hindi',
  script: 'Devanagari',
  role: 'known',
  capitals: 'none',
  countries: { leftOut: 'IN ML CL CG CD CU', endings: {} },
});
