// Whether a word stands where, and has the form in which, its language tells what somebody does: "accuse", and no "l'accusation". And who then does
// it: whoever stands before it, behind it or behind "by".
import { scopesOf, within } from './scopes.js';
import type { Told } from './told.js';

/** A word or more of a text; `at` and `to` are places among its words. */
export interface Verb {
  start: number;
  end: number;
  at: number;
  to: number;
}

const pasts =
  /(?:ed|[^s]s)$|^(?:sent|shot|cut|hit|struck|took|won|lost|left|gave|bought|sold|held|told|paid|kept|met|built|sought|fought|broke|led|put|set|made|let|saw|drove|urge|blame|buy|sell)$/;
const auxiliaries =
  /^(?:has|have|had|will|would|is|are|was|were|be|been|being|could|may|might|must|should|to|not|also|now|again|reportedly|recently|did|does|do|still)$/;
const behindNoun = /^(?:an?|the|its|their|his|her|of|in|on|for|with|by|from|at|over|after|amid|new|s|no|against|two|three)$/;
const small = 3;

/** What stands before a noun, by language. */
const beforeNoun: Readonly<Record<string, RegExp>> = {
  fr: /^(?:l|la|le|les|un|une|des?|du|d|en|par|pour|contre|sur|avec|dans|son|sa|ses|leurs?|apres|sans|sous|a|au|aux|nouvelle?)$/,
  es: /^(?:la|el|los|las|una?|unos|de|del|en|por|para|contra|sobre|con|su|sus|tras|sin|al?|nuev[oa]s?)$/,
  ru: /^(?:в|на|с|из|о|об|по|для|за|от|к|при|после|против)$/,
};
const forms: Readonly<Record<string, RegExp>> = {
  de: /^\p{Ll}/u,
  fr: /^\p{Ll}/u,
  es: /^\p{Ll}/u,
  ru: /(?:л|ла|ло|ли|лся|лась|лись|лось|ет|ит|ют|ут|ят|ат|ется|ится|ются|утся)$/u,
};
const participle: Readonly<Record<string, RegExp>> = {
  fr: /(?:its?|ites?|ée?s?|[iu]e?s?)$/u,
  es: /[aiu]d[oa]s?$/u,
  de: /^(?:\p{Ll}{2,4})?ge\p{Ll}+(?:t|en)$|^(?:ver|be|ent|er|zer)\p{Ll}+(?:t|en)$/u,
};
/** Before a participle: it is told as done by whoever is named. */
const having = /^(?:a|ont|avait|ha|han|habia|hat|haben|hatte|hatten)$/;

/** Of the word at a place; a Chinese word always may, an Arabic one by its first and last letters. Participles that nothing makes active are none. */
export function isVerbOf({ words, lang, actors }: Told, at: number): boolean {
  const [before, word] = [words[at - 1], words[at]];
  if (!word) return false;
  if (word.han) return true;
  if (lang === 'ar') return /^س?[يت]|[^ا]ت$/u.test(word.plain);
  if (!before || actors.some(({ from, to }) => from <= at && at < to)) return false;
  if (lang === 'en') {
    if (behindNoun.test(before.plain)) return false;
    return auxiliaries.test(before.plain) || (pasts.test(word.plain) && (!word.capital || word.plain.length > small));
  }
  if (beforeNoun[lang]?.test(before.plain) && !having.test(before.plain)) return false;
  return forms[lang]?.test(word.text) === true;
}

/** On which side of a verb of a title stands what begins at a place; null where that is not sure. */
type SideOf = (start: number) => 'doer' | 'other' | null;

const by: Readonly<Record<string, RegExp>> = { en: /^by$/, fr: /^par$/, es: /^por$/, de: /^(?:von|vom|durch)$/ };
const mostToBy = 3;
/** "Den Richter kritisiert", "Al juez lo critica": whoever stands first suffers it. */
const objectFirst: Readonly<Record<string, RegExp>> = {
  de: /^(?:den|dem|einen|einem|diesen|ihn|ihm)\s/iu,
  es: /^al?\s/iu,
  fr: /^(?:à|au|aux)\s/iu,
};

/** Null where the word is no verb, or its voice is not sure. */
export function sidesOf(title: Told, verb: Verb): SideOf | null {
  if (!isVerbOf(title, verb.at)) return null;
  const { words, lang } = title;
  const scope = scopesOf(title).find(({ start, end }) => start <= verb.start && verb.start < end);
  if (!scope) return null;
  const inside = (start: number): boolean => start >= scope.start && start < scope.end;
  const active: SideOf = (start) => (!inside(start) ? null : start < verb.start ? 'doer' : 'other');
  if (objectFirst[lang]?.test(title.text.slice(scope.start)) === true) return null;
  const marks = within(scope, title.marks).filter(({ row, start }) => row === 'by' || (row === 'underwent' && start !== verb.start));
  if (lang === 'zh' && marks.length > 0) {
    const [mark] = marks;
    if (marks.length > 1 || !mark || mark.row !== 'by' || mark.start > verb.start) return null;
    return (start) => (start < mark.start && inside(start) ? 'other' : start >= mark.end && start < verb.start ? 'doer' : null);
  }
  if (lang === 'zh' || lang === 'ru') {
    if (marks.length > 0) return null;
    return lang === 'ru' && !isNominative(title, scope.start, verb) ? null : active;
  }
  if (lang === 'ar') {
    if (marks.length > 0) return null;
    const first = within(scope, words)[0]?.start === verb.start;
    if (!first) return active;
    const behind = within({ start: verb.end, end: scope.end }, words)[0];
    return (start) => (!inside(start) ? null : start === behind?.start || (behind && start < behind.end) ? 'doer' : 'other');
  }
  const word = words[verb.to - 1];
  const agent = words.findIndex(({ plain }, at) => at >= verb.to && at < verb.to + mostToBy && by[lang]?.test(plain) === true);
  const isPassive =
    lang === 'en'
      ? words[verb.to]?.plain === 'by' || /^(?:is|are|was|were|be|been|being|gets?|got)$/.test(words[verb.at - 1]?.plain ?? '')
      : participle[lang]?.test(word?.text ?? '') === true && !having.test(words[verb.at - 1]?.plain ?? '');
  if (!isPassive) return lang === 'en' && isBareParticiple(title, verb) ? null : active;
  const agentStart =
    lang === 'de' ? within(scope, words).find(({ plain, end }) => by.de?.test(plain) && end < verb.start)?.end : words[agent]?.end;
  if (agentStart === undefined) return null;
  if (lang === 'de') return (start) => (!inside(start) ? null : start > agentStart && start < verb.start ? 'doer' : 'other');
  // "El alcalde, criticado por el juez"
  const isApposed = lang !== 'en' && scope.start === verb.start;
  return (start) => (start < verb.start && (inside(start) || isApposed) ? 'other' : start > agentStart ? 'doer' : null);
}

/** "Gunmen killed in raid", "leader granted asylum": who stands before it suffers it, unless who or what suffers it stands right behind. */
function isBareParticiple({ words, actors }: Told, { at, to }: Verb): boolean {
  if (!/ed$|^(?:shot|hit|struck|held|sent|sold|given|taken|met|told|paid|cut)$/.test(words[at]?.plain ?? '')) return false;
  if (/^(?:has|have|had)$/.test(words[at - 1]?.plain ?? '')) return false;
  return !/^(?:an?|the|its|his|her|their)$/.test(words[to]?.plain ?? '') && !actors.some(({ from }) => from === to);
}

/** Russian may put the object first: its end tells. */
function isNominative({ words }: Told, start: number, { at }: Verb): boolean {
  const first = words.findIndex((word) => word.start >= start);
  const before = words.slice(first, at);
  const head = before.find(({ plain }) => plain.length > 1);
  if (!head || /^(?:в|на|с|из|о|об|по|для|за|от|к|ко|у|при|после|против|перед|под|над|из-за)$/.test(head.plain)) return false;
  return !/(?:у|ю|ого|его|ой|ей|ом|ем|ым|им|ами|ями|ам|ям|ах|ях|ов|ев)$/u.test(head.plain);
}
