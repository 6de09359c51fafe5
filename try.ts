import { readFileSync } from 'node:fs';
import { makeReader } from './lib/reading/read.js';
import { loadVocabulary } from './phases/filter/vocabulary.js';

const read = makeReader(loadVocabulary('phases/filter/vocabulary'), 'lib/reading/lexicon');
const file = process.argv[2] ?? '',
  lang = process.argv[3] ?? 'en',
  quiet = process.argv[4] === 'q';
type A = { source: string | null; action: string; target: string | null; mode?: string; action_also?: string[] };
const show = (a: A) =>
  `${a.source ?? '-'}>${[a.action, ...(a.action_also ?? [])].join('|')}>${a.target ?? '-'}${a.mode && a.mode !== 'done' ? `(${a.mode})` : ''}`;
let tp = 0,
  fp = 0,
  fn = 0,
  grave = 0,
  n = 0;
for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
  const row = JSON.parse(line) as { title: string; lang: string; acts: A[]; not: A[] };
  if (lang !== 'all' && row.lang !== lang) continue;
  n++;
  const got = read(row.title, row.lang);
  const left = [...row.acts];
  const bad: A[] = [];
  for (const act of got) {
    const i = left.findIndex(
      (w) =>
        w.source === act.source &&
        w.target === act.target &&
        (w.mode ?? 'done') === act.mode &&
        [w.action, ...(w.action_also ?? [])].includes(act.action),
    );
    if (i >= 0) {
      left.splice(i, 1);
      tp++;
    } else {
      bad.push(act);
      fp++;
    }
  }
  fn += left.length;
  const wrong = got.filter(
    (a) =>
      (row.not ?? []).some(
        (x) => x.source === a.source && x.target === a.target && x.action === a.action && (x.mode === undefined || x.mode === a.mode),
      ) ||
      row.acts.some(
        (w) =>
          w.source &&
          w.target &&
          w.source === a.target &&
          w.target === a.source &&
          w.action === a.action &&
          !row.acts.some((v) => v.source === a.source && v.target === a.target),
      ),
  );
  if (wrong.length) grave++;
  if (!quiet && (bad.length || left.length))
    console.log(
      `${wrong.length ? 'GRAVE ' : ''}${row.title}\n     got  ${got.map(show).join('; ')}\n     want ${row.acts.map(show).join('; ')}`,
    );
}
console.log({ n, precision: tp / (tp + fp), recall: tp / (tp + fn), tp, fp, fn, grave });
