// Checks the sentences of an answer against the titles they stand on, and says what of them does not stand and why. The stages go from the
// letter to the meaning; the first reason found is told, for that is what the one repair is asked to mend.
import { join } from 'node:path';
import type { Check, CitedSource, Claim } from '../llm/prompt.js';
import type { Vocabulary } from '../vocabulary.js';
import type { Mention } from './actors.js';
import { invented, unnamedActor } from './content.js';
import { miscounted } from './counted.js';
import { type CreditedTitle, coverageWords, creditsOf } from './credits.js';
import { sameSpans } from './durations.js';
import { strange } from './foreign.js';
import { exchangedAnywhere, readUnlisted, type Unlisted } from './further.js';
import { type Glue, readGlue } from './glue.js';
import { type Lenience, readActRows, readLenience } from './lenience.js';
import { withoutNames } from './mentions.js';
import { absence, misquoted } from './misquoted.js';
import { wrongQuoter } from './mouths.js';
import { namesHeld } from './names-held.js';
import { asShares, numbersOf } from './numbers.js';
import { mismarked, type OfHeadlines, readOfHeadlines } from './of-headlines.js';
import { contrary, type Opposites, readOpposites } from './opposites.js';
import { plain } from './plain.js';
import { isTitle, quotationsOf, standsIn, withoutQuotations, withShared } from './quotes.js';
import { makeReaders } from './readers.js';
import { unrounded } from './rounded.js';
import { strengthened } from './strengthened.js';
import { swapped } from './swapped.js';
import { evened, tidied } from './tidied.js';
import { otherEnd } from './timed.js';
import { once, type Told, tell } from './told.js';
import { turnedAnywhere } from './turned-anywhere.js';

/** Titles of a family are read once for all its sentences; more are forgotten together. */
const mostRemembered = 2000;

/** Why a sentence does not stand, by one step of the check. */
interface Refusal {
  step: CheckStep;
  reason: string;
}

/** The steps of the check, in the order in which they are taken. */
export type CheckStep =
  | 'cites'
  | 'quotes'
  | 'strange'
  | 'credits'
  | 'numbers'
  | 'words'
  | 'contrary'
  | 'strength'
  | 'counts'
  | 'turns'
  | 'parties';

/** Builds the check: some tens of milliseconds, and each language's words when its first title comes. `root` is the project's. */
export function makeCheck(vocabulary: Pick<Vocabulary, 'terms' | 'actors' | 'version'>, root: string): Check {
  const judge = makeJudge(vocabulary, root);
  return (claims, sources, known = []) => {
    const refusals = judge(sources, known);
    return claims.flatMap((claim) => {
      const reason = claim.wrong ?? refusals(claim).next().value?.reason;
      return reason === undefined || reason === null ? [] : [{ field: claim.field, reason }];
    });
  };
}

/** All that the check has against a claim about sources, found one by one as they are asked for. */
export type ClaimJudge = (sources: readonly CitedSource[], known?: readonly string[]) => (claim: Claim) => Generator<Refusal, undefined>;

/** As `makeCheck`, for who wants to know which steps refuse a sentence. */
export function makeJudge(vocabulary: Pick<Vocabulary, 'terms' | 'actors' | 'version'>, root: string): ClaimJudge {
  const tables = join(root, 'lib/evidence/tables');
  const readers = makeReaders(vocabulary, root, tables);
  const glue = readGlue(tables);
  const acts = once(() => readActRows(tables));
  const lenience = once(() => readLenience(tables, acts()));
  const opposites = once(() => readOpposites(tables));
  const unlisted = once(() => readUnlisted(tables));
  const ofHeadlines = once(() => readOfHeadlines(tables));
  const actorNames = new Set([...vocabulary.actors.values()].map(({ name }) => name.toLowerCase()));
  const told = new Map<string, Told>();
  const read = (text: string, lang = ''): Told => {
    if (told.size >= mostRemembered) told.clear();
    return remembered(told, `${lang}\n${text}`, () => tell(text, lang, readers));
  };
  return (sources, known = []) => {
    // The same words of a sentence are asked for by several steps, and against each group of titles.
    const said = new Map<string, Told>();
    const unnamed = known.filter((name) => !actorNames.has(name.toLowerCase()));
    const checking: Checking = {
      read,
      say: (text) => remembered(said, text, () => tell(text, 'en', readers, isNamedAloud)),
      glue,
      lenience,
      opposites,
      acts,
      unlisted,
      ofHeadlines,
      known,
      unnamed,
      titles: titlesOf(sources, read),
    };
    return (claim) => refusalsOf({ ...claim, text: evened(claim.text) }, checking);
  };
}

function remembered(told: Map<string, Told>, key: string, make: () => Told): Told {
  const before = told.get(key) ?? make();
  told.set(key, before);
  return before;
}

/** English writes names with a capital: "congress" and "amnesty" are no actors. */
function isNamedAloud({ text }: Mention): boolean {
  return /\p{Lu}/u.test(text);
}

interface Checking {
  read: (text: string, lang?: string) => Told;
  say: (text: string) => Told;
  glue: Glue;
  lenience: () => Lenience;
  opposites: () => readonly Opposites[];
  acts: () => ReadonlySet<string>;
  unlisted: () => Unlisted;
  ofHeadlines: () => OfHeadlines;
  known: readonly string[];
  /** Those of them that are not how an actor is shown: an actor is judged by who is named in the titles. */
  unnamed: readonly string[];
  titles: ReadonlyMap<string, CreditedTitle & { raw: string }>;
}

function titlesOf(sources: readonly CitedSource[], read: Checking['read']): Checking['titles'] {
  return new Map(
    sources.map(({ id, text, lang, outlets = [] }) => [
      id,
      { id, raw: text, told: read(evened(text), lang), outlets: outlets.map(tidied) },
    ]),
  );
}

function* refusalsOf(claim: Claim, checking: Checking): Generator<Refusal, undefined> {
  const { titles, known } = checking;
  for (const id of claim.cites ?? []) if (!titles.has(id)) yield { step: 'cites', reason: `cites ${id}, which is not among the titles` };
  for (const quote of claim.quotes ?? []) {
    const raw = titles.get(quote.id)?.raw;
    if (raw === undefined) yield { step: 'cites', reason: `quotes ${quote.id}, which is not among the titles` };
    else if (!standsIn(raw, quote.text))
      yield { step: 'quotes', reason: `quotes "${quote.text}", which does not stand in title ${quote.id}` };
  }
  const cited = [...titles.values()].filter(({ id }) => !claim.cites?.length || claim.cites.includes(id));
  if (claim.text.trim() === '' || cited.some(({ raw }) => isTitle(claim.text, evened(raw)))) return;
  const whole = tidied(claim.text);
  const outlets = [...titles.values()].flatMap((title) => title.outlets);
  // Names that hold marks are no quotations; those of outlets stay where they can be told, for they say whose words stand before them.
  const marked = known.filter((name) => /["“„«»']/u.test(name) && (quotationsOf(name).length > 0 || !outlets.includes(tidied(name))));
  const own = withoutQuotations(withoutNames(whole, marked));
  const odd = claim.byCode ? null : strange(withoutNames(own, [...known, ...outlets]));
  if (odd) yield { step: 'strange', reason: odd };
  // "Ministry: talks failed.": a headline that was made a sentence by its stop.
  if (cited.some(({ raw }) => isTitle(claim.text.trim().replace(/\.$/, ''), evened(raw)))) return;
  const parts = creditsOf(checking.say(own), cited, outlets);
  if (typeof parts === 'string') {
    yield { step: 'credits', reason: parts };
    return;
  }
  for (const { text, spans, each } of parts)
    for (const group of each) {
      const quoted = quotationsOf(whole).filter(({ start }) => spans.some((span) => span.start <= start && start < span.end));
      const reason = misquoted(quoted, absence.test(text) ? cited : group, known) ?? (claim.byCode ? null : mismarked(text, quoted, group));
      if (reason) yield { step: 'quotes', reason };
      const titles = group.map(({ told }) => told);
      if (!claim.byCode) yield* found('parties', wrongQuoter(checking.say(text), quoted, titles));
      const aloud = withShared(text, whole, quoted, titles);
      yield* unsaid({ text, aloud }, group, { ...claim, text: whole }, checking);
    }
}

/** Of a sentence what it says in its own words, the rest blanked; `aloud` has also what both it and a title quote. */
interface Part {
  text: string;
  aloud: string;
}

/** What the sentence's own words say beyond a group of titles. */
function* unsaid(part: Part, group: readonly CreditedTitle[], claim: Claim, checking: Checking): Generator<Refusal> {
  const { say, glue, lenience, opposites, acts, unlisted, ofHeadlines, known, unnamed } = checking;
  const titles = group.map((title) => title.told);
  const [text, aloud] = [unrounded(part.text, titles), unrounded(part.aloud, titles)];
  const others = [...checking.titles.values()].flatMap((title) => (group.some(({ id }) => id === title.id) ? [] : [title.told]));
  const told = say(text);
  const spans = sameSpans(told, titles);
  const numbered = [...known, ...namesHeld(told, titles)].filter((name) => /\d/.test(plain(name)));
  for (const { shown, keys } of numbersOf(plain(asShares(withoutNames(text, numbered))), true))
    if (!titles.some(({ numbers }) => keys.some((key) => numbers.has(key))) && !keys.some((key) => spans.has(Number(key))))
      yield { step: 'numbers', reason: `the number ${shown} stands in no cited title` };
  if (claim.byCode) return yield* found('words', unnamedActor(say(withoutNames(text, known)), [...titles, ...others]));
  const allowed = { record: claim.frame || coverageWords.test(claim.text) || part.text !== claim.text, frame: claim.frame === true };
  const bare = allowed.record ? ofHeadlines().withoutTurns(withoutNames(text, unnamed), titles) : withoutNames(text, unnamed);
  yield* found('words', invented(say(bare), titles, glue, allowed, lenience(), others));
  yield* found('turns', allowed.record ? ofHeadlines().unsaid(text, titles) : null);
  const isOfWording = allowed.record && ofHeadlines().isOfWording(text, titles);
  if (!isOfWording) {
    yield* found('contrary', contrary(told, titles, opposites(), glue));
    yield* found('strength', strengthened(told, titles));
  }
  yield* found('counts', miscounted(told, titles) ?? swapped(told, titles, acts()) ?? otherEnd(told, titles));
  const heard = aloud === text ? told : say(aloud); // 'not in doubt' of 'not in doubt' is negated as the title negates it
  if (!isOfWording) yield* found('turns', turnedAnywhere(told, heard, titles, acts()));
  yield* found('parties', exchangedAnywhere(told, titles, unlisted()));
}

function* found(step: CheckStep, reason: string | null): Generator<Refusal> {
  if (reason !== null) yield { step, reason };
}
