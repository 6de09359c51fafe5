// Hindi, as a row of the table of languages.
import { row } from '../language.js';

export const hi = row({
  code: 'hi',
  name: 'Hindi',
  script: 'Devanagari',
  role: 'known',
  frequent: 'के की का में से को है और हैं पर ने भी नहीं कर रहा होगा होंगे करेगा लिए गया गई बोले क्या क्यों कैसे',
  capitals: 'none',
  countries: { leftOut: 'IN ML CL CG CD CU', endings: {} },
});
