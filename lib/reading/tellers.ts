// Who tells what: "Kremlin: ...", "..., says Tallinn", "according to Kyiv, ...".
import { type Clause, hasPredicate } from './clauses.js';
import { isIn } from './groups.js';
import { saysNo } from './no-such-thing.js';
import { endsInPerfect } from './order.js';
import type { Phrase } from './phrase.js';
import { readPhrase } from './phrases.js';
import { isPlain, type Policy } from './policy.js';
import { isStruckAtSea, speakOfOneself } from './trespass.js';
import { isOnlyWhere } from './where.js';
import { areNames, areSeveral, isBody, isOfficial, isPress, isSomebody, opensWithNo } from './who-speaks.js';
import type { Word } from './words.js';

export interface Teller {
  /** Who tells the clause; null for the outlet, '' for somebody who is no actor. */
  speaker: string | null;
  /** It only names who tells another. */
  silent: boolean;
  /** Named before a colon: what he tells of another is an accusation. */
  blames: boolean;
  /** Named behind what he tells: a blow upon himself is an accusation. */
  behind: boolean;
  /** Behind it an official of nobody named speaks: his own state's, as a rule. */
  official: boolean;
  /** Who is the subject where the clause names none: "says that it struck ...". */
  subject: Phrase | null;
}

/** Who tells each clause: the one before a colon, or the one in "says X" behind it; of two named there neither alone. */
export function tellersOf(clauses: readonly Clause[], policy: Policy): Teller[] {
  const tellers: Teller[] = clauses.map(() => ({
    speaker: null,
    silent: false,
    blames: false,
    behind: false,
    official: false,
    subject: null,
  }));
  clauses.forEach(({ words, mark }, i) => {
    const colon = mark === ':' && i === 0;
    if (isResumed(clauses, i)) return;
    if (mark === ':' && i > 0 && areTellers(clauses.slice(0, i + 1), policy)) {
      tellers.forEach((one, at) => {
        Object.assign(one, at <= i ? { silent: true, speaker: null } : { speaker: '' });
      });
      return;
    }
    if (colon && isOnlyWhere(words, clauses[1])) {
      (tellers[0] as Teller).silent = true;
      return;
    }
    const last = i > 0 && i === clauses.length - 1;
    const sign = last && policy.spaced ? clauses[i - 1]?.mark : '';
    const dash = sign === '–' || (sign === ':' && i === 1 && tellsAct(clauses[0]));
    if (dash && isBody(words)) {
      for (let before = 0; before < i; before++)
        if (!clauses[before]?.words.some(({ role }) => role?.class === 'plan'))
          Object.assign(tellers[before] as Teller, { speaker: tellers[before]?.speaker ?? '' });
      (tellers[i] as Teller).silent = true;
      return;
    }
    const named =
      dash && isDashed(words, policy)
        ? only(words, policy)
        : speakerIn(words, colon, policy, colon && speaksHimself(words, clauses, policy));
    if (named === undefined) {
      // "Minister: China helps Russia": nobody knows whose he is, and it is his word all the same.
      if (colon && (isSomebody(words, policy) || areSeveral(words, policy) || (isBody(words) && !hasPredicate(words)) || isPress(words)))
        for (let next = 1; next < clauses.length; next++)
          if (!isPress(words) || !isToCome(clauses[next] as Clause)) Object.assign(tellers[next] as Teller, { speaker: '' });
      return;
    }
    if (dash && isDashed(words, policy)) {
      for (let before = 0; before < i; before++)
        Object.assign(tellers[before] as Teller, { speaker: tellers[before]?.speaker ?? named, blames: true });
      (tellers[i] as Teller).silent = true;
      return;
    }
    const teller = tellers[i] as Teller;
    if (i === 0 && words.some(({ role }) => role?.class === 'say' && role.frame[0] === 'of')) {
      teller.silent = true;
      for (let next = 1; next < clauses.length; next++) Object.assign(tellers[next] as Teller, { speaker: named });
    } else if (colon) {
      teller.silent = true;
      const subject = isPlain(policy) || opensWithNo(clauses[i + 1]) ? readPhrase(words, 0, policy) : null;
      if (named !== '')
        for (let next = i + 1; next < clauses.length; next++)
          Object.assign(tellers[next] as Teller, { speaker: named, blames: true, subject: next === i + 1 ? subject : null });
    } else if (mark === ',' && (isIn(clauses[i + 1]?.words[0], 'that') || (policy.verbLast && isReported(words, clauses[i + 1])))) {
      teller.silent = true;
      const subject = readPhrase(words, 0, policy);
      for (let next = i + 1; next < clauses.length; next++) Object.assign(tellers[next] as Teller, { speaker: named, subject });
    } else if (i > 0) {
      teller.silent = true;
      const official = named === '' && isOfficial(words);
      for (let before = i - 1; before >= 0 && !(policy.idafa ? /[;?!]/ : /[;.?!]/).test(clauses[before]?.mark ?? ''); before--) {
        if (tellers[before]?.speaker === null) Object.assign(tellers[before] as Teller, { speaker: named, behind: true, official });
      }
    }
  });
  return tellers;
}

/** "Kenya, qui arme Athènes, condamne Le Caire": behind a relative clause the main clause goes on, and nobody is quoted. */
function isResumed(clauses: readonly Clause[], i: number): boolean {
  const between = clauses[i - 1];
  return i > 1 && between?.mark === ',' && startsRelative(between) && Boolean(clauses[i]?.words[0]?.role?.action);
}

/** "which ...", "to which ..." */
export function startsRelative({ words }: Clause): boolean {
  return words[0]?.role?.class === 'who' || words[1]?.role?.class === 'who';
}

const reported = /^(?:habe|haben|hätten?|sei|seien|würden?|werde|wolle|wollten|könne|müsse)$/;

/** "Moskau behauptet, Kiew habe Belgorod beschossen", "..., Kiew beschossen zu haben": what stands behind a verb of saying is said by who says it. */
function isReported(words: readonly Word[], next: Clause | undefined): boolean {
  const verb = words.findLast(({ role }) => role?.class !== 'part');
  if (verb?.role?.class !== 'say' || next === undefined) return false;
  return next.words.some(({ text }) => reported.test(text)) || endsInPerfect(next.words);
}

/**
 * The one whom a clause names as telling: "Kremlin" before a colon, "says Tallinn", "Seoul says"; undefined for a clause of its own.
 * `own` says that what stands behind the colon is the word of whoever is named before it: a country there may as well say where.
 */
function speakerIn(words: readonly Word[], colon: boolean, policy: Policy, own: boolean): string | undefined {
  const says = words.findIndex(
    (word, at) =>
      word.role?.class === 'say' ||
      (at === 0 && !colon && (policy.verbFirst || policy.adjectiveAfter) && speaks(word)) ||
      (at === 0 && !colon && isIn(word, 'adding')),
  );
  if (hasPredicate(words, says)) return undefined;
  if (says < 0 && !colon) return undefined;
  // ", report finds"
  if (says === 0 && words.length === 1 && isPlain(policy)) return '';
  // "заявили в Киншасе": who speaks in a capital speaks for it.
  const there = says === 0 && !colon && policy.cases && words[1]?.role?.class === 'prep' && words[1].role.frame.includes('in');
  // "В Кремле заявили, что ...": they are not named, and speak for whose house it is.
  const within =
    says === words.length - 1 && !colon && policy.cases && words[0]?.role?.class === 'prep' && words[0].role.frame.includes('in');
  const phrase = readPhrase(words, there ? 2 : says === 0 || within ? 1 : 0, policy);
  if (!phrase || phrase.act) return undefined;
  const according = words[says]?.role?.frame[0] === 'of';
  const whole =
    says < 0
      ? phrase.to === words.length
      : according
        ? phrase.to >= words.length - 1
        : says === 0
          ? phrase.to >= words.length - 1 && !words[phrase.to]?.naming
          : phrase.to === says && says === words.length - 1;
  const one = phrase.head === 'actor' && phrase.actors.length === 1 && !phrase.mixed ? (phrase.actors[0] ?? '') : '';
  if (colon && (!whole || one === '')) return undefined;
  if (colon && !own && (phrase.place || (phrase.to === phrase.from + 1 && isLand(words[phrase.from])))) return '';
  if (says === 0 && !whole && words[0]?.role?.class !== 'say') return undefined;
  if (whole || says === 0) return whole ? one : '';
  return isPlain(policy) && says === words.length - 1 && words[phrase.to]?.role?.class === 'prep'
    ? spokenFrom(words, phrase, policy)
    : undefined;
}

/** The name of a country, long or short. */
function isLand(word: Word | undefined): boolean {
  return word?.naming?.country === true || isIn(word, 'land');
}

/** "Ukraine shelled plant – Kremlin": who alone stands behind the last dash tells it; a country there says where. */
function isDashed(words: readonly Word[], policy: Policy): boolean {
  const phrase = readPhrase(words, 0, policy);
  const land = words.length === 1 && words[0]?.naming?.country === true;
  return phrase !== null && phrase.to === words.length && only(words, policy) !== undefined && !land;
}

function only(words: readonly Word[], policy: Policy): string | undefined {
  const phrase = readPhrase(words, 0, policy);
  const one = phrase?.head === 'actor' && !phrase.act && !phrase.place && !phrase.mixed && phrase.actors.length === 1;
  return one ? phrase.actors[0] : undefined;
}

/** Whether a land before a colon is who speaks, and not where it is. */
function speaksHimself(words: readonly Word[], clauses: readonly Clause[], policy: Policy): boolean {
  if (speakOfOneself(clauses.slice(1)) || isStruckAtSea(words, clauses[1], policy)) return true;
  return words[0]?.naming?.sort === 'name' && clauses[1] !== undefined && saysNo(clauses[1].words);
}

/** A clause in which something is done, of which somebody may have spoken. */
function tellsAct(clause: Clause | undefined): boolean {
  return clause !== undefined && (hasPredicate(clause.words) || clause.words.some(({ role }) => role?.class === 'noun'));
}

/** "Amnesty, rights groups: ...", "Macron, Merz: ...": several before a colon tell it, no one of them a land; "Ukraine, live:" tells where it is. */
function areTellers(clauses: readonly Clause[], policy: Policy): boolean {
  const last = clauses.length - 1;
  if (clauses.some(({ words, mark }, at) => mark !== (at === last ? ':' : ',') || hasPredicate(words))) return false;
  if (clauses.every(({ words }) => areNames(words))) return true;
  const bodies = clauses.filter(({ words }) => isBody(words) || isPress(words) || only(words, policy) === 'NGO');
  return bodies.length > 0 && clauses.every((one) => bodies.includes(one) || isDashed(one.words, policy));
}

/** What a paper knows of somebody's plans is planned all the same. */
function isToCome({ words }: Clause): boolean {
  return words.some(({ role }) => role?.class === 'plan' || role?.form === 'U');
}

/** "..., army spokesman in Bangkok says": an official speaks for whose town he speaks in; anybody else for nobody. */
function spokenFrom(words: readonly Word[], { head, actors, to }: Phrase, policy: Policy): string {
  const seat = head === 'actor' && actors.length === 0 && words[to]?.role?.frame.includes('in') ? readPhrase(words, to + 1, policy) : null;
  return seat?.head === 'actor' && seat.actors.length === 1 && !seat.mixed ? (seat.actors[0] ?? '') : '';
}

const speeches = new Set(['threaten', 'demand', 'condemn', 'accuse']);

/** "..., warns Moscow": a verb of speech that takes the one who speaks behind it. */
function speaks({ role }: Word): boolean {
  return role?.form === 'F' && speeches.has(role.action ?? '');
}
