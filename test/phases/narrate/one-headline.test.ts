// What rules say of one headline stands on it, in whatever language: else its family had no narrative at all, for good.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { makeAsk } from '../../../lib/llm/ask.js';
import { narratePrompt } from '../../../phases/narrate/prompt.js';
import { evidence } from '../../support/evidence.js';
import { familyOf } from './family-of.js';

const ask = makeAsk(() => undefined, evidence);
const country = new Intl.DisplayNames('en', { type: 'region' });
const nameOf = (id: string): string => (/^[A-Z]{2}$/.test(id) && id !== 'EU' ? (country.of(id) ?? id) : id);

const headlines = readFileSync('test/lib/reading/labelled/acts-held.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { title: string; lang: string })
  .filter(({ lang }, at) => lang === 'ar' || lang === 'fr' || at % 8 === 0);

it.each(headlines)('$lang: $title', async ({ title, lang }) => {
  const family = familyOf([['Wire', title, { lang }]]);
  const named = new Map(family.members.flatMap(({ actors }) => actors.map((id) => [id, nameOf(id)] as const)));
  const { value } = await ask(narratePrompt({ ...family, names: named }));
  expect(value.narratives).toHaveLength(1);
  expect(value.narratives[0]?.statements.length).toBeGreaterThan(0);
});

it('quotes an Arabic word with the article that is written on to it', async () => {
  const family = familyOf([['Wire', 'رغم التحذيرات الأميركية.. أنقرة تتسلم بطاريات دفاع جوي روسية', { lang: 'ar' }]]);
  const { value, problems } = await ask(narratePrompt(family));
  expect(problems).toEqual([]);
  expect(value.narratives[0]?.thesis).toContain('“التحذيرات”');
});
