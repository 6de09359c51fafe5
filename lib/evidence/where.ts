// Where something happens is no party to it.
import type { Mention } from './actors.js';
import { isAdjective } from './lands.js';
import { standsBehind, whereabouts } from './prepositions.js';
import type { Told } from './told.js';

const places =
  /\b(?:in|at|near|off|inside|outside|within|across|into|onto|around|under|out of)\s+(?:(?:the|(?:north|south)?-?(?:east|west)?(?:ern)?|central|all of|parts of|the (?:(?:north|south)-?(?:east|west)?|east|west|centre|center|heart|outskirts|suburbs) of(?: the)?)\s+)?$/i;
const told = /\b(?:told|ordered|asked|forced|have|has|had) to leave\s(?:the\s)?$/i;
const left =
  /\b(?:suspended|excluded|ejected|thrown out|expelled|deported|barred|banned|removed|withdrawn|evacuated|exiled|driven)\s(?:[^,;:]*\s)?from\s(?:the\s)?(?:(?:ports?|territory|soil|waters|airspace|skies|markets?|capital|army|government|parliament) of\s(?:the\s)?)?$/i;

const borders = /\b(?:border|frontier|boundary|crossings?|line)\s(?:between|with|to|of)\s(?:the\s)?(?:\S+\sand\s)?(?:the\s)?$/i;

/** "in Crimea", "near the Turkish border", "expelled from Niger": where it happens, no party to it. */
export function isWhere({ text, lang }: Told, { start, end }: Mention): boolean {
  // "at NATO's request"
  if (/^['’]s?\s(?:request|behest|invitation|urging|initiative|insistence|expense|hands)\b/.test(text.slice(end))) return false;
  const before = text.slice(0, start);
  // "to the UN's court": before whom.
  if (
    lang === 'en' &&
    /\b(?:to|before|at)\s(?:the\s)?$/i.test(before) &&
    /^(?:['’]s)?\s(?:\p{L}+\s)?(?:court|tribunal)\b/iu.test(text.slice(end))
  )
    return true;
  // "a probe into Peruvian copper": upon whom it falls.
  if (/\b(?:probes?|investigations?|inquir(?:y|ies)|looks?|looking|research) into (?:the )?$/i.test(before)) return false;
  if (lang === 'zh' ? /在$/u.test(before) && /^支持下/u.test(text.slice(end)) : helping.test(before)) return true;
  if (standsBehind(whereabouts, { text, lang }, { start })) return lang !== 'ru' || locative.test(text.slice(start, end));
  return lang === 'en' && (places.test(before) || left.test(before) || told.test(before) || borders.test(before));
}

/** Russian tells where something happens from whither it goes by the end of the name. */
const locative = /(?:е|и|ах|ях)$/iu;

/** "При поддержке Руанды", "mit Unterstützung Ruandas": who helps is named first in some titles, and acts upon nobody. */
const helping =
  /(?:при (?:поддержке|участии|посредничестве)|mit (?:unterstützung|hilfe)(?: von| der| des)?|avec (?:le soutien|l['’]aide|l['’]appui) (?:d[eu]s?\s?(?:la|l['’])?|d['’])|con (?:el )?(?:apoyo|respaldo|ayuda) del?|بدعم(?: من)?|بمساندة|بوساطة|with (?:the )?(?:support|backing|help|assistance|mediation)(?: (?:of|from)(?: the)?)?)\s?$/iu;

const things =
  /^\s(?:assets?|money|funds|funding|gas|oil|goods|territory|soil|opposition|objections?|approval|consent|permission|parcels)\b/;

/** "backed by frozen Russian assets", "Moldova's pro-EU party": whose they are or whom it is for, no party to it. */
export function isOfAThing({ text, lang, actors }: Told, { start, end, plain }: Mention): boolean {
  if (actors.some((owner) => owner.end < start && /^(?:['’]s?)?\s(?:pro|anti)-$/i.test(text.slice(owner.end, start)))) return true;
  return lang === 'en' && plain && /(?:n|ese|ish|i|ch|US|EU|UN)$/.test(text.slice(start, end)) && things.test(text.slice(end));
}

const ofABorder = /^\s(?:land\s|sea\s)?(?:border|frontier|coast|waters|airspace|embassy|consulate)\b/iu;

/** "near the Afghan border": whether titles name an actor, and never but for the place where something happens. */
export function isOnlyBorder(titles: readonly Told[], actor: string | null): boolean {
  const state = actor?.replace(/^([A-Z]{2})-.*/u, '$1');
  const named = titles.flatMap((title) =>
    title.actors
      .filter(({ ids }) => ids.some((id) => id === actor || id.replace(/^([A-Z]{2})-.*/u, '$1') === state))
      .map((mention) => ofABorder.test(title.text.slice(mention.end)) && isWhere(title, mention)),
  );
  return named.length > 0 && !named.includes(false);
}

/** "laid by Iranian soldiers" of mines near the Iranian border: somebody of a state that titles name for its border alone. */
export function comesFromElsewhere(own: Told, titles: readonly Told[]): string | null {
  const wrong = own.actors.find(
    (mention) =>
      mention.plain &&
      people.test(own.text.slice(mention.end)) &&
      mention.ids.some((id) => titles.some(({ actors }) => actors.some(({ ids }) => ids.includes(id))) && isOnlyBorder(titles, id)),
  );
  return wrong ? `lets ${wrong.text} do what nobody is named for in the cited titles` : placeActs(own, titles);
}

/** "Togo's farmers smuggle it into Ghana" of Ghana's farmers who smuggle it into Togo. */
function placeActs(own: Told, titles: readonly Told[]): string | null {
  const [subject] = own.actors;
  if (!subject || isWhere(own, subject) || own.marks.some(({ row }) => row === 'by' || row === 'underwent')) return null;
  const of = (title: Told, { ids }: Mention): Mention[] => title.actors.filter((one) => one.ids.some((id) => ids.includes(id)));
  const others = own.actors.filter((mention) => mention !== subject && isWhere(own, mention));
  const isNamedFirst = subject.plain && subject.from === 0 && !isAdjective(subject.text);
  const deed = deedOf(own, subject);
  const isTurned = (title: Told): boolean => {
    const mine = of(title, subject);
    const [first] = title.actors;
    return (
      mine.length > 0 &&
      (title.lang === 'en'
        ? mine.every((one) => isWhere(title, one))
        : isNamedFirst && isNounFirst(title, mine) && deed.some((row) => title.rows.has(row))) &&
      first !== undefined &&
      !isWhere(title, first) &&
      others.some((other) => of(title, other).includes(first))
    );
  };
  return titles.length > 0 && titles.every(isTurned) ? `lets ${subject.text} do what another does in the cited titles` : null;
}

/** The rows of what somebody who is named as the subject does himself: "wants to close", not "is getting" or "'s envoy has been summoned". */
function deedOf({ words, text, hits }: Told, { to, end }: Mention): string[] {
  if (/^['’]/.test(text.slice(end))) return [];
  let at = to;
  while (auxiliaries.has(words[at]?.plain ?? '')) at++;
  return getting.test(words[at]?.plain ?? '') ? [] : hits.filter(({ from }) => from === at).map(({ row }) => row);
}

const getting = /^(?:get|got|receiv)/;
const auxiliaries: ReadonlySet<string> = new Set('has had have is will would wants to plans intends'.split(' '));

/** Other languages tell a name from an adjective by its capital; a title of two states begins with who acts, and neither turns it nor speaks. */
function isNounFirst({ lang, text, actors, marks }: Told, mine: readonly Mention[]): boolean {
  const [first, second] = actors;
  if (!capitals.has(lang) || actors.length !== 2 || !first || !second || !mine.includes(second) || mine.includes(first)) return false;
  if (text.includes(':') || marks.some(({ row }) => row === 'by' || row === 'underwent' || row === 'says')) return false;
  return opening.test(text.slice(0, first.start)) && [first, second].every((one) => /^\p{Lu}/u.test(one.text));
}

const capitals: ReadonlySet<string> = new Set(['de', 'fr', 'es', 'ru']);
/** Nothing before who acts but an article. */
const opening = /^(?:(?:die|der|das|le|la|les|el|los)\s|l['’])?$/i;

const people =
  /^\s(?:soldiers?|troops|forces|army|military|guards?|police|officers?|agents?|fighters?|gunmen|militants?|smugglers?|rebels?|militias?|drones?|jets?|artillery)\b/;
