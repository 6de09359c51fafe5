// Turkish, as a row of the table of languages.
import { row } from '../language.js';

export const tr = row({
  code: 'tr',
  name: 'Turkish',
  role: 'known',
  frequent: 've bir bu için ile da de olarak daha çok oldu yeni en sonra kadar son',
  countries: { leftOut: 'TR EG ML CN QA BJ ME TD MA CG CD', endings: { '*': '- -li* -lu*' } },
});
