// Who says what a text tells, and whether a sentence puts words into the mouth of another.
import { homes } from '../reading/homes.js';
import type { Mention } from './actors.js';
import { areReported, claimantsIn } from './claimants.js';
import type { Hit } from './concepts.js';
import { deniersIn, isDenialOfAnother, saysElsewhere } from './deniers.js';
import { tellsOwnPlan } from './own-plan.js';
import { isPrivateMouth, speaksItself } from './private-mouths.js';
import { isTopic } from './said.js';
import { marksIn, type Scope, scopesOf, within } from './scopes.js';
import { signatureOf } from './signed.js';
import type { Told } from './told.js';

/** Who speaks: named before a word of saying or a colon, or right behind "according to". In a sentence a state before a colon is its topic. */
export function speakersOf(told: Told, marks: readonly ('says' | 'speaks' | 'refuse')[], inSentence = false): Mention[] {
  const signature = inSentence ? null : signatureOf(told);
  const found = scopesOf(told).flatMap((scope): Mention[] => {
    const named = within(scope, told.actors);
    const spoken = marksIn(scope, ...marks).flatMap((mark) => {
      // "a doctor accused of torture" says nothing.
      if (/^\s+of\b/.test(told.text.slice(mark.end)) && told.text.slice(mark.start, mark.end).endsWith('ed')) return [];
      // "is to blame", "abandons its claim": nothing is said.
      if (/^blame/i.test(told.text.slice(mark.start)) && /\bto\s$/i.test(told.text.slice(0, mark.start))) return [];
      if (/^claims?\b/i.test(told.text.slice(mark.start)) && /\b(?:its|their|his|her|a|the)\s$/i.test(told.text.slice(0, mark.start)))
        return [];
      // "is said to have fled": nobody who is named says so.
      if (/^said\s+to\b/i.test(told.text.slice(mark.start)) && /\b(?:is|are|was|were|be|been)\s$/i.test(told.text.slice(0, mark.start)))
        return [];
      // "to say sorry" apologises.
      if (/^say\s+sorry/i.test(told.text.slice(mark.start)) || accused.test(told.text.slice(mark.start))) return [];
      // "stands accused by Kenya": who accuses is named behind.
      if (/^\p{L}+ed\s+by\b/u.test(told.text.slice(mark.start))) {
        const agent = named.find(({ start }) => start >= mark.end);
        return agent ? [agent] : [];
      }
      // "is blamed on the ELN" names who is blamed, not who blames.
      if (/^\p{L}+ed\s+on\b/u.test(told.text.slice(mark.start))) return [];
      // Where an outlet was named its name is blanked: it is the outlet that speaks.
      if (/(?:^|[^\s])\s{3,}$/.test(told.text.slice(0, mark.start)) || /^\s{3,}$/.test(told.text.slice(0, mark.start))) return [];
      // "islands both countries claim": they want them.
      if (/\b(?:both|two|three)\s\p{L}+\s$/iu.test(told.text.slice(0, mark.start)) && /^claim/.test(told.text.slice(mark.start))) return [];
      // "yet to confirm" says nothing.
      if (!inSentence && told.marks.some(({ row, to }) => row === 'not' && to <= mark.from && mark.from - to <= 1)) return [];
      // "suspected smugglers", "will reportedly sell": what is said, by nobody who is named.
      if (/^(?:suspected|alleged|purported|reportedly|apparently|angeblich|presunt|présum|mutmaß)/iu.test(told.text.slice(mark.start)))
        return [];
      // "tainted by claims of meddling": nobody who is named makes them.
      if (
        /^(?:allegations?|accusations?|claims)\b/i.test(told.text.slice(mark.start)) &&
        /\b(?:by|of|amid|over|despite|after|following|on)\s(?:\p{L}+\s)?$/iu.test(told.text.slice(0, mark.start))
      )
        return [];
      // "told people to leave" demands.
      if (/^(?:told|tells?|telling)\s+(?:[\p{L}'’]+\s+){0,6}to\s/iu.test(told.text.slice(mark.start))) return [];
      // "does not blame Moscow", "makes no accusation": nothing is said.
      if (inSentence && /^(?:blam|accus)/i.test(told.text.slice(mark.start)) && isNegated(told, mark)) return [];
      // "refused to say": nothing is said.
      if (inSentence && /^say/i.test(told.text.slice(mark.start)) && unsaid.test(told.text.slice(0, mark.start))) return [];
      const before = ownSpeaker(
        told,
        named.filter(({ end }) => end <= mark.start),
      );
      const after = named.find(({ start }) => start >= mark.end);
      const behind = after && told.text.slice(mark.end, after.start).split(/\s+/).length <= 5;
      if (told.lang === 'en' && named.some(({ to }) => isOfRecord(told.words[to]?.plain ?? '', inSentence))) return [];
      return /^according|^laut|^selon|^según|^по |^据|^بحسب|^وفق/u.test(told.text.slice(mark.start).toLowerCase()) && behind
        ? after
        : (before ??
            (behind && within(scope, told.words)[0]?.start === mark.start && isRightBehind(told, mark.end, after)
              ? after
              : inSentence || !saying.test(told.text.slice(mark.start, mark.end))
                ? undefined
                : ofClauseBefore(scope, mark.start)));
    });
    // "Ecuador: state of emergency": what it is about, where nobody else is named.
    const isBeforeColon =
      signature?.index !== scope.index + 1 &&
      !isTopic(told, scope.index) &&
      !speaksItself(told, scope.index + 1) &&
      [':', '：'].includes(told.clauses[scope.index]?.sign ?? '') &&
      !(inSentence && named.every(({ plain }) => plain) && !told.actors.some(({ start }) => start >= scope.end));
    return [...spoken, ...(isBeforeColon ? named : [])].filter((one) => one !== undefined);
  });
  return [...new Set([...found, ...(signature?.speakers ?? [])])];
}

/** "Colombia's ELN says": not Colombia. "Rebels in Mali say": nor Mali. */
function ownSpeaker(told: Told, named: readonly Mention[]): Mention | undefined {
  const [first, second] = named;
  if (!first || !second || (told.lang !== 'en' && !(told.lang === 'de' && /s$/.test(first.text))) || /^\p{Ll}/u.test(second.text))
    return first;
  return /^(?:['’]s?\s|\s$)/.test(told.text.slice(first.end, second.start)) && second.start - first.end <= mostApart ? second : first;
}

/** "acusado de", "accusé d'avoir": what somebody is accused of, and nobody who is named accuses him. */
const accused =
  /^(?:acusad[oa]s?\s(?:de|por)|accusée?s?\s(?:de|d['’])|обвиняем\p{L}+\sв|обвинявш\p{L}+\sв|обвин[её]нн\p{L}+\sв|vorwurf\s(?:der|des))(?!\p{L})/iu;

const unsaid = /\b(?:(?:refus|declin)\p{Ll}*\sto|(?:did|does|do|would|will|could)\snot|\p{Ll}+n['’]t)\s$/iu;

function isNegated({ marks }: Told, { from }: Hit): boolean {
  return marks.some(({ row, to }) => row === 'not' && to <= from && from - to <= 1);
}

const mostApart = 3;

const saying = /^(?:says?|said|claims?|claimed|sagt|dit|affirme|dice|afirma|заявил\p{L}*|заявляет)$/iu;

/** "Japan's premier survives revolt, says he will stay": who is named first in the clause before. */
function ofClauseBefore({ told, index, start }: Scope, at: number): Mention | undefined {
  const before = scopesOf(told)[index - 1];
  if (start !== at || !before || told.clauses[index - 1]?.sign !== ',') return undefined;
  return within(before, told.actors)[0];
}

/** "Kursk's governor". */
function isSayer({ marks }: Told, at: number): boolean {
  return marks.some(({ row, from }) => row === 'sayer' && from >= at && from <= at + 2);
}

/** ", says the Kremlin": English names who speaks right behind the word. */
function isRightBehind({ text, lang }: Told, end: number, { start }: Mention): boolean {
  return lang !== 'en' || /^\s*(?:the\s)?\s*$/i.test(text.slice(end, start));
}

/** "a Chinese headline says": the headline speaks, not China. */
function isOfRecord(noun: string, inSentence: boolean): boolean {
  // "Moscow reports fire put out" in a headline: it is a verb.
  if (noun === 'reports' && !inSentence) return false;
  return /^(?:headlines?|outlets?|titles?|reports?|newspapers?|media|publishers?)$/.test(noun);
}

/** "Taipei: ..." of a title that begins so. */
export function speaksAlike(own: Told, titles: readonly Told[]): boolean {
  const [first] = own.actors;
  if (!first || own.text.slice(0, first.start).trim() !== '' || !/^:\s/.test(own.text.slice(first.end))) return false;
  return titles.some((title) => speakersOf(title, ['says']).some(({ ids }) => ids.some((id) => first.ids.includes(id))));
}

/** Rows of concepts-*.tsv for what a court or a watchdog finds: who rules that it is so says so. */
const ruling = ['verdict', 'find', 'rule', 'ruling'] as const;

const claimed = 'bear responsibility';
/** Rows of concepts-*.tsv of titles in which two accuse each other. */
const accusesBack = ['accuse', 'exchange'];

/** The first who says what no title lets him say, told as a reason; null where there is none. */
export function wrongMouth(own: Told, titles: readonly Told[]): string | null {
  const said = new Set([
    ...titles.flatMap((title) => {
      const speakers = speakersOf(title, ['says', 'speaks', 'refuse']);
      // "Belgian MEP tells": of whom he is one.
      const besides = title.actors.filter(({ end, plain }) => plain && speakers.some(({ start }) => start === end + 1));
      return [...speakers, ...besides, ...claimantsIn(title)].flatMap(({ ids }) => ids);
    }),
    ...titles.flatMap((title) => (ruling.some((row) => title.rows.has(row)) ? title.actors.slice(0, 1).flatMap(({ ids }) => ids) : [])),
    ...titles.flatMap(({ acts, text }) => {
      // "US strikes another alleged drug boat": who strikes it says so.
      const alleges = /\b(?:alleged|suspected)\b/i.test(text);
      return acts.flatMap(({ saidBy, action, source }) => [
        saidBy,
        action === 'accuse' || action === 'deny' || action === 'announce_or_state' || alleges ? source : null,
      ]);
    }),
  ]);
  // Who speaks without a name speaks for whoever the title names: "army says" of a strike that Israel's army tells of.
  const isUnnamed = titles.some(
    (title) =>
      title.marks.some((mark) => mark.row === 'sayer' && !isOfNamed(title, mark) && !isPrivateMouth(title, mark)) &&
      speakersOf(title, ['says']).length === 0 &&
      (title.marks.some(({ row }) => row === 'says') || /[:：]/.test(title.text)),
  );
  const named = new Set(isUnnamed ? titles.flatMap(({ actors }) => actors.flatMap(({ ids }) => ids)) : []);
  // A movement that the titles name speaks for itself.
  const isNamed = (id: string): boolean => titles.some(({ actors }) => actors.some(({ ids }) => ids.includes(id)));
  // "trade accusations": each of them accuses.
  for (const title of titles)
    if (accusesBack.every((row) => title.rows.has(row))) for (const { ids } of title.actors) for (const id of ids) said.add(id);
  // Who denies it does not say so.
  const denies = own.marks.some((mark) => (mark.row === 'refuse' || mark.row === 'not') && !isDenialOfAnother(own, mark));
  const deniers = new Set(denies ? [] : titles.flatMap(deniersIn).filter((id) => !saysElsewhere(titles, id)));
  // Who claims an attack says that it is his.
  if (titles.some(({ rows }) => rows.has(claimed)) && own.rows.has(claimed) && !own.marks.some(({ row }) => row === 'not')) return null;
  if (areReported(own, titles)) return null;
  const wrong = speakersOf(own, ['says'], true).find(
    ({ ids, place, to, text }) =>
      ids.some((id) => deniers.has(id)) ||
      (!titles.some((title) => title.text.startsWith(text) && /^\s?[:：]/.test(title.text.slice(text.length))) &&
        !(place && isUnnamed && isSayer(own, to)) &&
        !tellsOwnPlan(own, ids, titles) &&
        !ids.some((id) => [id, ...(isNamed(id) ? [] : (homes[id] ?? []))].some((one) => said.has(one) || named.has(one)))),
  );
  return wrong ? `lets ${wrong.text} say what no cited title lets it say` : null;
}

/** "South Korea's military", "韩国军方": who it is whose they are. */
function isOfNamed({ actors, text }: Told, { start }: Hit): boolean {
  return actors.some((mention) => mention.plain && mention.start <= start && /^(?:['’]s)?\s?$/.test(text.slice(mention.end, start)));
}

/** Quoted words stand in a clause of a title that names whose they are; the sentence lets another say them. */
export function wrongQuoter(own: Told, quoted: readonly { text: string; start: number }[], titles: readonly Told[]): string | null {
  for (const { text, start } of quoted) {
    const [speaker] = own.actors.filter((mention) => mention.end <= start && isInClauseOf(own, mention, start));
    if (!speaker) continue;
    const holders = titles.flatMap((title) => {
      const at = title.text.toLowerCase().indexOf(text.toLowerCase());
      const scope = scopesOf(title).find((one) => at >= one.start && at < one.end + 2);
      return at < 0 || !scope ? [] : [within(scope, title.actors).filter(({ end }) => end <= at)];
    });
    const isAnother = (named: readonly Mention[]): boolean =>
      named.length > 0 && !named.some(({ ids }) => ids.some((id) => speaker.ids.includes(id)));
    if (holders.length > 0 && holders.every(isAnother)) return `lets ${speaker.text} say "${text}", which is another's in the cited titles`;
  }
  return null;
}

function isInClauseOf(told: Told, { start }: Mention, at: number): boolean {
  return scopesOf(told).some((scope) => scope.start <= start && start < scope.end && at <= scope.end + 3);
}
