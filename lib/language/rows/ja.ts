// Japanese, as a row of the table of languages.
import { row } from '../language.js';

export const ja = row({
  code: 'ja',
  name: 'Japanese',
  script: 'Japanese',
  role: 'known',
  words: 'unspaced',
  capitals: 'none',
  countries: { leftOut: 'JP TH ML TD CG CD OM', endings: {} },
});
