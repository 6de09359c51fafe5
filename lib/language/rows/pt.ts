// Portuguese, as a row of the table of languages.
import { row } from '../language.js';

export const pt = row({
  code: 'pt',
  name: 'Portuguese',
  role: 'known',
  thousands: ['.', ' '],
  frequent: `
    o os a as dos das do da de uma um em não após são ao pelo pela contra sobre entre mais seu sua é e no na com para por que
  `,
  forms: 'few',
  countries: { leftOut: 'BR PT PE ML TD MU CD CG DM CU OM NU TG US', endings: {} },
});
