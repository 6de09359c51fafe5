// Shortens a headline where a clause ends, so that what is left can be read alone. No number is left at the end, for what followed it may
// have been its thousands or its unit.

/** Before these a part begins that may go: a clause or a part set off by a sign. */
const signs = /\s*[;:：；]\s+|\s+[–—-]\s+|\s*——/gu;
const clauses = wordsOf(
  'that which who whom whose where as while when after before because since if although though unless until amid despite following but so than ' +
    'dass welche welcher welches weil während nachdem bevor obwohl wenn wo aber sondern ' +
    'que qui dont où quand alors après avant parce car lorsque mais malgré ' +
    'quien quienes donde cuando mientras porque aunque pero sino tras ' +
    'что который которая которое которые которых которую чтобы когда после пока если но а хотя',
);
/** These join clauses, or two words: only far behind is that likely to be a clause. */
const joints = wordsOf('and or und oder et ou y e o u и или');
const phrases = wordsOf(
  'of in on at to for from with by over into about against between among through during under without within near ' +
    'in im an am auf aus bei mit nach seit von vom zu zum zur für gegen ohne durch um über unter vor zwischen wegen ' +
    'de du des à au aux en dans sur sous par pour avec sans chez entre vers depuis contre ' +
    'del al con sin por para hacia desde hasta sobre contra ' +
    'в во на о об из с со к ко по за у от до для при без над под между через против',
);
/** Words that need what follows them. */
const open =
  /\s+(?:a|an|the|its|their|his|her|as many|as much|more|at least|up|almost|nearly|der|die|das|den|dem|ein\p{L}{0,2}|sein\p{L}{0,2}|le|la|les|un|une|son|sa|ses|leurs?|el|los|las|una|unos|su|sus|no|not|more than|and|und|et|y|и)$/iu;

/** "between" one: the other was cut. */
const betweenOne = /\s(?:between|entre|zwischen|между)\s(?!.*\s(?:and|et|und|y|e|и)\s).*$/iu;

function wordsOf(list: string): RegExp {
  return new RegExp(`\\s+(?:${list.split(' ').join('|')})(?=\\s)`, 'giu');
}

/** Nothing but a quotation: who says it is still to come. */
const quoting = /^[«“„"‘'][^«»“”„"]*[»”“"’']$/u;

/** Of the most characters, the share that has to be left for a cut to be good. */
const leastLeft = { sign: 0.4, clause: 0.5, joint: 0.75, comma: 0.45, phrase: 0.6 };

/** At most as many characters; between two words where no clause and no phrase ends. */
export function cutAtPhrase(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = text.slice(0, most + 1);
  const last = (pattern: RegExp, share: number, isGood: (before: string) => boolean = () => true): number =>
    Math.max(
      ...[...head.matchAll(pattern)]
        .map(({ index }) => index)
        .filter((at) => at >= most * share && at <= most && isGood(head.slice(0, at))),
      0,
    );
  const comma =
    [...head.matchAll(/,(?=\s)/gu)]
      .map(({ index }) => index)
      .find((at) => at >= most * leastLeft.comma && closing(text.slice(0, at)) === null) ?? 0;
  const ends = [
    last(signs, leastLeft.sign, (before) => !quoting.test(before)),
    Math.max(last(clauses, leastLeft.clause), last(joints, leastLeft.joint)),
    comma,
    last(phrases, leastLeft.phrase),
    head.lastIndexOf(' '),
    most,
  ];
  return closed(
    tidied(
      head.slice(
        0,
        ends.find((at) => at > 0),
      ),
    ),
    most,
  );
}

/** Without a number at the end, which what followed it may have been the thousands or the unit of, and without words that need another. */
function tidied(part: string): string {
  let left = part.trim();
  for (;;) {
    const less = left
      .replace(/(?:\s+\S*\p{N}\S*)+$/u, '')
      .replace(betweenOne, '')
      .replace(/[\s,;:–—-]+$/u, '')
      .replace(open, '');
    if (less === left || less === '') return left;
    left = less;
  }
}

const pairs = [
  ['«', ' »'],
  ['“', '”'],
  ['„', '“'],
] as const;

/** What closes the quotation that a part leaves open; null where it leaves none. */
function closing(part: string): string | null {
  return pairs.find(([open, close]) => part.includes(open) && !part.slice(part.lastIndexOf(open) + 1).includes(close.trim()))?.[1] ?? null;
}

/** A quotation that was cut is closed. */
function closed(part: string, most: number): string {
  const end = closing(part);
  return end !== null && part.length + end.length <= most ? `${part}${end}` : part;
}
