// Whether a sentence names behind "to" who sends a thing in its titles: he gets there what he gives here.
import type { Mention } from './actors.js';
import { isAdjective } from './lands.js';
import { marksIn, type Scope, within } from './scopes.js';

/** "Kenya sends rescuers to Uganda" of Uganda that sends them: who is named behind "to" gets what he sends in the title. */
export function isGivenTo(scope: Scope, subject: Mention, { start }: Mention, title: Scope): boolean {
  if (subject.start !== scope.start || isAdjective(subject.text) || marksIn(scope, 'by', 'underwent').length > 0) return false;
  const { text } = scope.told;
  const [first] = within(title, title.told.actors);
  if (!first || first.start - title.start > (title.told.lang === 'zh' ? 0 : mostOpening)) return false;
  return [...title.rows].some((row) => handed.has(row)) && /\bto\s(?:the\s)?$/i.test(text.slice(subject.end, start));
}

/** Letters before who is named first: an article. */
const mostOpening = 4;
const handed: ReadonlySet<string> = new Set(['send', 'supply', 'deliver', 'donate', 'deploy', 'transfer']);
