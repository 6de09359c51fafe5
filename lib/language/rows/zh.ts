// Chinese, as a row of the table of languages.
import { row } from '../language.js';

export const zh = row({
  code: 'zh',
  name: 'Chinese',
  script: 'Han',
  role: 'served',
  words: 'unspaced',
  capitals: 'none',
  countries: { leftOut: 'CF AX ML OM DM TW NA SS AI KN', endings: {} },
});
