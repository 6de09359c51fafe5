// Korean, as a row of the table of languages.
import { row } from '../language.js';

export const ko = row({
  code: 'ko',
  name: 'Korean',
  script: 'Korean',
  role: 'known',
  words: 'particles',
  capitals: 'none',
  countries: { leftOut: 'KR ML IN OM SD FJ TD GH GN CG CD KP DO DM', endings: {} },
});
