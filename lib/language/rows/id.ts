// Indonesian, as a row of the table of languages.
import { row } from '../language.js';

export const id = row({
  code: 'id',
  name: 'Indonesian',
  role: 'known',
  frequent:
    'yang dan di untuk dengan dari ini ke pada akan tidak dalam saat itu usai bakal jadi sudah oleh atas serta juga kembali soal tak baru para lebih hingga',
  countries: { leftOut: 'ID GE ML TD OM CG CD', endings: {} },
});
