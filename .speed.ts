import { readFileSync } from 'node:fs';
import { loadVocabulary } from '/work/w-lang/lib/vocabulary.js';
import { makeGate } from '/work/w-lang/phases/filter/gate.js';

const begun = performance.now();
const v = loadVocabulary('/work/w-lang/lib/vocabulary/terms');
const loaded = performance.now();
const gate = makeGate(v);
const made = performance.now();
const rows = ['/work/shared/data/gate-dev-en.jsonl', '/work/w-lang/deploy/sample/gold.jsonl'].flatMap((f) =>
  readFileSync(f, 'utf8')
    .trim()
    .split('\n')
    .map((l) => JSON.parse(l)),
);
const rounds: number[] = [];
for (let i = 0; i < 8; i++) {
  const t = process.cpuUsage();
  for (const r of rows) gate(r.title, r.lang);
  const u = process.cpuUsage(t);
  rounds.push((u.user + u.system) / 1e6);
}
console.log(
  '/work/w-lang'.padEnd(14),
  'terms',
  v.terms.length,
  'load ms',
  (loaded - begun).toFixed(0),
  'make ms',
  (made - loaded).toFixed(0),
  'titles/s',
  Math.round(rows.length / Math.min(...rounds)),
  'rss',
  Math.round(process.memoryUsage().rss / 1048576),
);
