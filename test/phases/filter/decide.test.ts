// Titles are decided in an order of their own, and what is made of them stands in theirs.
import { expect, it } from 'vitest';
import { decideAll, type GatedTitle, headlineToRead } from '../../../phases/filter/decide.js';
import { gate, headlinesReader } from '../../support/vocabulary.js';

const readAll = async (asked: readonly GatedTitle[]) => headlinesReader.all(asked.map(headlineToRead));
const ask = ({ title, lang }: { title: string; lang: string }) => gate(title, lang);

const few = [
  { title: 'Russia strikes Odesa with 30 drones, two dead', lang: 'en' },
  { title: 'Ten recipes for a quiet Sunday', lang: 'en' },
  { title: 'La Russie frappe Odessa : deux morts', lang: 'fr' },
  { title: 'Россия нанесла удар по Одессе', lang: 'ru' },
  { title: '俄罗斯袭击敖德萨', lang: 'zh' },
  { title: 'Hungary blocks new sanctions against Russia', lang: '' },
];

it('what is made of many titles of several languages stands in the order of the titles, and is what each gives alone', async () => {
  const many = Array.from({ length: 2600 }, (_, at) => ({ ...(few[at % few.length] as (typeof few)[number]), at }));
  const made = await decideAll(many, ask, readAll, ({ at }, record, reading) => ({ at, record, reading }));
  expect(made.map(({ at }) => at)).toEqual(many.map(({ at }) => at));
  const decided = few.map((title) => decideAll([title], ask, readAll, (_, record, reading) => ({ record, reading })));
  const alone = (await Promise.all(decided)).flat();
  for (const { at, ...decided } of made) expect(decided).toEqual(alone[at % few.length]);
});

it('a title that is dropped is not read, unless it was kept before', async () => {
  const dropped = few[1] as (typeof few)[number];
  const readingOf = (kept: boolean) =>
    decideAll([{ ...dropped, kept }], ask, readAll, (_, record, reading) => [record.decision, reading?.kind]);
  expect(await readingOf(false)).toEqual([['gate_drop', undefined]]);
  expect(await readingOf(true)).toEqual([['gate_drop', 'news']]);
});

it('no titles make nothing', async () => {
  expect(await decideAll([], ask, readAll, () => 1)).toEqual([]);
});
