// Whether a sentence says more than its titles: of the whole where they tell of a part, for ever, without a doubt that they have, or for a
// cause that none of them gives.
import { isSpokenAfterColon } from './said.js';
import { scopesOf } from './scopes.js';
import type { ClauseMark, Told } from './told.js';

/** A mark that a sentence may have only where its titles have one of these. */
const bound: readonly { mark: ClauseMark; as: string }[] = [
  { mark: 'extent', as: 'the whole of' },
  { mark: 'forever', as: 'for ever' },
];

/** Words by which a sentence itself names a cause, and those that make it an answer to another's deed. */
const cause =
  /\b(?:because of|because|(?<!\b(?:is|are|was|were)\s)due to|owing to|on account of|as punishment for|caused by|prompted by|triggered by|thanks to|in protest (?:at|over|against))\b/i;
const reply = /\b(?:in (?:retaliation|revenge|reprisal|response|reply|answer) (?:for|to)|retaliat\p{L}*|aveng\p{L}*)/iu;

/** Words by which a sentence does what another stops. */
const inspite =
  /\b(?:despite|in defiance of|in spite of|defying|flouting|ignoring)\s(?:\S+\s){0,3}?(?:ban|bar|order|prohibition|veto|block|refusal|rejection)/i;

/** What is said of words claims no deed. */
const ofWords = /\b(?:words?|terms?|calls?|called|describes?|described)\b/i;

/** The first thing said too strongly, told as a reason; null where there is none. */
export function strengthened(own: Told, titles: readonly Told[]): string | null {
  const has = (told: Told, mark: ClauseMark): boolean => told.marks.some(({ row }) => row === mark);
  for (const { mark, as } of bound) {
    // "semi-permanent" is not for ever.
    const found = own.marks.find(
      ({ row, to, start }) => row === mark && !isOfRecord(own, to) && !/(?:semi|non|quasi)-$/i.test(own.text.slice(0, start)),
    );
    if (found && !titles.some((title) => has(title, mark) || (mark === 'extent' && /\ball\b/i.test(title.text))))
      return `says "${own.text.slice(found.start, found.end)}" where no cited title tells of ${as} it`;
  }
  const part = /\bhalf of\b/i.exec(own.text)?.[0];
  const isHalf = ({ rows, numbers }: Told): boolean => rows.has('half') || rows.has('halve') || numbers.has('0.5') || numbers.has('50');
  if (part && titles.some(({ rows }) => rows.has('last')) && !titles.some(isHalf))
    return `says "${part}" where the cited titles tell of the last`;
  const answer = reply.exec(own.text)?.[0];
  if (answer && !titles.some((title) => has(title, 'reply') || has(title, 'reason')))
    return `says "${answer}", an answer that no cited title tells of`;
  const named = cause.exec(own.text)?.[0];
  if (named && !titles.some((title) => has(title, 'cause') || isTopic(own, title)))
    return `says "${named}", a cause that no cited title gives`;
  if (inspite.test(own.text) && !titles.some((title) => has(title, 'concede')))
    return `tells as done in spite of it what the cited titles tell is stopped`;
  const isOpen =
    ofWords.test(own.text) ||
    /\b(?:whether|case against|to court|court over|lawsuit|legal action|taken \p{L}+ to)\b/iu.test(own.text) ||
    has(own, 'hedge') ||
    own.marks.some(({ row }) => row === 'yet' || row === 'not' || row === 'refuse');
  const [doubtful] = titles;
  if (!isOpen && doubtful && titles.every((title) => has(title, 'hedge') && !saysIt(title)))
    return `leaves out the doubt of "${doubtful.text}"`;
  return null;
}

/** "Because of a heatwave" of "Vague de chaleur : Madrid ferme ses parcs": a headline names first what its news is of. */
function isTopic(own: Told, title: Told): boolean {
  const [topic] = scopesOf(title);
  const sign = title.clauses[0]?.sign ?? '';
  const found = cause.exec(own.text);
  if (!topic || !found || !(/[:：]/.test(sign) || (title.lang === 'zh' && title.clauses.length > 1)) || isSpokenTopic(title)) return false;
  const behind = own.hits.filter(({ start }) => start >= found.index + found[0].length);
  return behind.some(({ row }) => topic.rows.has(row));
}

function isSpokenTopic(title: Told): boolean {
  return scopesOf(title).some((scope) => isSpokenAfterColon(scope));
}

/** "every outlet", "the whole coverage". */
function isOfRecord({ words }: Told, at: number): boolean {
  return /^(?:outlets?|headlines?|titles?|coverage|newspapers?|media|of)$/.test(words[at]?.plain ?? '') && words[at]?.plain !== 'of';
}

/** Who says it is named: whether that is left out, who judges turns decides. */
function saysIt({ marks }: Told): boolean {
  return marks.some(({ row }) => row === 'says');
}
