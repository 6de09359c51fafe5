// Which figures the context gives of a family, and how exactly each is meant.
import { expect, it } from 'vitest';
import { makeAsk } from '../../../lib/llm/ask.js';
import { findingsOf } from '../../../phases/enrich/findings.js';
import { contextText, enrichPrompt } from '../../../phases/enrich/prompt.js';
import { evidence } from '../../support/evidence.js';
import { familyOf, memberOf } from './family-of.js';

const ask = makeAsk(() => undefined, evidence);

it.each([
  ['Death toll from Afghan quake tops 1,400', 'en', 'at least “1,400” dead (Outlet A)'],
  ['Séisme en Afghanistan : le bilan dépasse les 1 400 morts', 'fr', 'at least “1 400 morts” (Outlet A)'],
  ['Zahl der Toten nach Beben in Afghanistan übersteigt 1.400', 'de', 'at least “1.400” dead (Outlet A)'],
  ['Quake kills more than 1,400 in Afghanistan', 'en', '“more than 1,400” dead (Outlet A)'],
  ['Quake kills 1,400 in Afghanistan', 'en', 'last: “1,400” dead (Outlet A)'],
])('says how exactly a number is meant, wherever its headline does: %s', async (title, lang, figure) => {
  const family = familyOf([memberOf(title, 0, { lang })]);
  const { value, problems } = await ask(enrichPrompt(family));
  expect(problems).toEqual([]);
  expect(contextText(value.context, family)).toContain(figure);
});

it.each([
  '80% of French voters do not trust Macron',
  'China shows missile with range exceeding 20,000 km',
  'UN: at least 21,000 children disabled in Gaza',
])('leaves out figures that do not say themselves of what they are: %s', async (title) => {
  const family = familyOf([memberOf(title, 0)]);
  expect(findingsOf(family).courses).toHaveLength(1);
  expect(contextText((await ask(enrichPrompt(family))).value.context, family)).not.toContain('Figures');
});
