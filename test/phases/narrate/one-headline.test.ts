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

/** What rules say of a headline, in how many narratives and statements. */
async function told({ title, lang }: (typeof headlines)[number]): Promise<string> {
  const family = familyOf([['Wire', title, { lang }]]);
  const named = new Map(family.members.flatMap(({ actors }) => actors.map((id) => [id, nameOf(id)] as const)));
  const { value } = await ask(narratePrompt({ ...family, names: named }));
  return `${value.narratives.length} narratives, ${value.narratives[0]?.statements.length ?? 0} statements`;
}

it('is one narrative with a statement at least', async () => {
  const wrong: string[] = [];
  for (const headline of headlines) {
    const said = await told(headline);
    if (!/^1 narratives, [1-9]/.test(said)) wrong.push(`${headline.lang}: ${headline.title}: ${said}`);
  }
  expect(headlines.length).toBeGreaterThan(400);
  expect(wrong).toEqual([]);
});

it('quotes an Arabic word with the article that is written on to it', async () => {
  const family = familyOf([['Wire', 'رغم التحذيرات الأميركية.. أنقرة تتسلم بطاريات دفاع جوي روسية', { lang: 'ar' }]]);
  const { value, problems } = await ask(narratePrompt(family));
  expect(problems).toEqual([]);
  expect(value.narratives[0]?.thesis).toContain('“التحذيرات”');
});
