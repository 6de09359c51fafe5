// Lies and truths made from sentences that are true of their titles, one step each, so that nobody has to think of them: two states exchanged,
// a "not", another tense, number, contrary or mouth, one title's deed told of another's. Which words may be turned stands in constructed/*.tsv.
import {
  capital,
  contraries,
  days,
  months,
  type Pick,
  placeOf,
  qualifiers,
  statesIn,
  units,
  vague,
  verbIn,
  verbs,
  word,
} from './constructed-words.js';

export interface Title {
  id: string;
  text: string;
  outlet: string;
  lang: string;
}

/** A sentence and the titles that it is true of. */
export interface Told {
  titles: readonly Title[];
  sentence: string;
}

/** What was made of it. */
export interface Made extends Told {
  supported: boolean;
  kind: string;
}

/** What two do to each other, or of which the order tells nothing. */
const mutual =
  /\b(?:between|with|and|meets?|met|talks?|borders?|clash\w*|deals?|ties|relations|war|alongside|joint|together|trade|both|collid\w*|agree\w*|pact|treaty|versus|vs|summit|exchange\w*|swap\w*|spat|row|tensions?|conflict|peace|truce|ceasefire|relationship|rival\w*|or|dispute\w*)\b|[-–/&]/i;

/** Two states in each other's place; none where one has no adjective of its own, for then nobody knows which form is meant. */
function swap(text: string): string[] {
  const named = statesIn(text);
  const [one, other] = named;
  if (!one || !other || named.length !== 2 || mutual.test(text) || [one, other].some(({ noun, adjective }) => noun.endsWith(adjective)))
    return [];
  const pairs: [string, string][] = [
    [one.noun, other.noun],
    [one.adjective, other.adjective],
  ];
  const made = pairs.reduce((before, [a, b]) => {
    const kept = before.replace(new RegExp(word(a), 'gu'), '\u0001').replace(new RegExp(word(b), 'gu'), a);
    return kept.replaceAll('\u0001', b);
  }, text);
  return made === text ? [] : [made];
}

const aside = /\b(?:not|no|never|nobody|none|without|refus\w*|reject\w*|den(?:y|ies|ied)|fail\w*|unless|if|nor|neither)\b|n't/i;
const toCome =
  /\b(?:to|will|would|may|might|could|plan\w*|next|ahead|set|due|vow\w*|threat\w*|if|should|must|expect\w*|pledg\w*|promis\w*|wants?|seeks?|soon|tomorrow|upcoming|from)\b/i;

function negate(text: string): string[] {
  if (aside.test(text)) return [];
  const helped = /\b(is|are|was|were|has|have|had|will|would|could|can|may|must)\b(?! (?:to|a|an|the)\b)/.exec(text);
  const verb = verbIn(text);
  const base = verb && (verb.form === verb.verb.did ? 'did' : 'does');
  return [
    ...(helped ? [`${text.slice(0, helped.index + helped[0].length)} not${text.slice(helped.index + helped[0].length)}`] : []),
    ...(verb ? [`${verb.before}${base} not ${verb.verb.will}${verb.behind}`] : []),
  ];
}

function unnegate(text: string): string[] {
  const made = text
    .replace(/\b(is|are|was|were|has|have|had|will|would|could|can|may|must) not\b/, '$1')
    .replace(/\b(?:do|does|did) not /, '');
  return made === text ? [] : [made];
}

function willFor(text: string): string[] {
  const verb = verbIn(text);
  if (!verb || toCome.test(text) || aside.test(text)) return [];
  return [`${verb.before}will ${verb.verb.will}${verb.behind}`];
}

function doneFor(text: string): string[] {
  const found =
    /^(\p{Lu}[\p{L}’'.]+(?: \p{Lu}[\p{L}’'.]+){0,2}) (?:will|plans to|vows to|threatens to|wants to|to|is to|is set to|intends to|may|could|is planning to|has threatened to|has vowed to) (\p{Ll}+)\b/u.exec(
      text,
    );
  const verb = found && verbs.find(({ will }) => will === found[2]);
  return verb && !aside.test(text) ? [`${found[1]} has ${verb.done}${text.slice(found[0].length)}`] : [];
}

const saidBehind = /, ((?:\p{L}+ ){1,4})(?:says?|said)\.?$/u;
const saidBefore = /^((?:[\p{L}’'.-]+ ){1,5}?)(?:says?|said|claims?|claimed) (?:that )?/u;
const accordingTo = /^According to ([^,]+), /;

function contentOf(text: string): string | null {
  const [behind, before, according] = [saidBehind.exec(text), saidBefore.exec(text), accordingTo.exec(text)];
  if (behind) return text.slice(0, behind.index);
  const found = before ?? according;
  const rest = found ? text.slice(found[0].length) : '';
  return rest.split(' ').length > 3 && !/^(?:it|he|she|they|its|his|her|their|to|no|yes)\b/i.test(rest) ? capital(rest) : null;
}

const mouths = ['Hospital officials', 'A newspaper', 'An analyst', 'Witnesses', 'Lawyers', 'A union', 'Rescuers', 'Opposition politicians'];

/** The same in another mouth, and in one where nobody speaks. */
function otherMouth({ titles, sentence }: Told, pick: Pick): string[] {
  const content = contentOf(sentence);
  const all = titles.map(({ text }) => text).join(' ');
  const mouth = pick(mouths);
  if (titles.some(({ lang }) => lang === 'en') && word(mouth.split(' ').at(-1) ?? '').test(all.toLowerCase())) return [];
  return content === null ? [] : [`${mouth} ${/^An? /.test(mouth) ? 'says' : 'say'} ${content.charAt(0).toLowerCase()}${content.slice(1)}`];
}

function number(text: string): string[] {
  return [...text.matchAll(/(?<![\p{L}\d.,-])\d[\d,]*(?:\.\d+)?(?![\p{L}\d]|[-–]\p{L})/gu)].slice(0, 2).flatMap(({ 0: shown, index }) => {
    const value = Number(shown.replaceAll(',', ''));
    if (value >= 1900 && value < 2100) return [];
    const other = shown.includes('.') ? (value + 1.3).toFixed(1) : (value * 2 + 3).toLocaleString('en-US');
    return [`${text.slice(0, index)}${other}${text.slice(index + shown.length)}`];
  });
}

function replaced(text: string, pairs: readonly (readonly [string, string])[]): string[] {
  return pairs.flatMap(([from, to]) => (word(from).test(text) ? [text.replace(word(from), to)] : []));
}

function next(list: readonly string[]): [string, string][] {
  return list.map((one, at): [string, string] => [one, list[(at + 2) % list.length] ?? '']);
}

/** Lies about one sentence's titles. */
export function liesOf(told: Told, pick: Pick): Made[] {
  const { titles, sentence } = told;
  const kinds: Record<string, string[]> = {
    swap: swap(sentence),
    negated: negate(sentence),
    unnegated: unnegate(sentence),
    yet: willFor(sentence),
    done: doneFor(sentence),
    fact: [contentOf(sentence) ?? []].flat(),
    mouth: otherMouth(told, pick),
    number: number(sentence),
    qualifier: qualifiers.flatMap(([from, to]) => (from.test(sentence) ? [sentence.replace(from, to)] : [])),
    vague: replaced(sentence, [...next(vague), ...next(vague.map(capital))]),
    unit: replaced(sentence, units),
    date: replaced(sentence, [...next(days), ...next(months)]),
    contrary: aside.test(sentence) ? [] : replaced(sentence, contraries),
    cause: [
      /\b(?:over|after|because|due|amid|for)\b/.test(sentence)
        ? []
        : `${sentence.replace(/\.$/, '')} because of ${pick(['a pay dispute', 'pressure from voters', 'an old debt'])}.`,
    ].flat(),
    agent: [
      /\b(?:was|were|been) \p{Ll}+(?:ed|en|ung|own|ade)\b/u.test(sentence) && !/\bby\b/.test(sentence)
        ? sentence.replace(
            /\b((?:was|were|been) \p{Ll}+(?:ed|en|ung|own|ade))\b/u,
            `$1 by ${pick(['rebels', 'the army', 'smugglers', 'a rival'])}`,
          )
        : [],
    ].flat(),
  };
  return Object.entries(kinds).flatMap(([kind, made]) => made.map((one) => ({ titles, sentence: one, supported: false, kind })));
}

/** Lies about two sentences' titles: what one says of the other. */
export function crossed(one: Told, other: Told): Made[] {
  const titles = [...one.titles, ...other.titles.map((title) => ({ ...title, id: `x${title.id}`, outlet: 'Harbour Post' }))];
  const [speech, content] = [saidBefore.exec(one.sentence), contentOf(other.sentence) ?? other.sentence];
  const lower = (text: string): string =>
    statesIn(text.split(' ')[0] ?? '').length > 0 || /^\p{Lu}[\p{Lu}.]/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
  const [mine] = statesIn(one.sentence);
  const theirs = statesIn(other.sentence).find((state) => !statesIn(one.sentence).includes(state));
  const made = {
    speaker: speech && !other.sentence.includes(speech[1] ?? '') ? [`${speech[0]}${lower(content)}`] : [],
    outlet: [`${one.titles[0]?.outlet ?? ''} reports that ${lower(other.sentence)}`],
    subject: mine && theirs && placeOf(one.sentence, mine.noun) === 0 ? [capital(one.sentence.replace(word(mine.noun), theirs.noun))] : [],
  };
  return Object.entries(made).flatMap(([kind, sentences]) => sentences.map((sentence) => ({ titles, sentence, supported: false, kind })));
}

/** Truths about one sentence's titles. */
export function truthsOf({ titles, sentence }: Told): Made[] {
  const verb = verbIn(sentence);
  const plain =
    verb &&
    verb.form === verb.verb.does &&
    statesIn(verb.before).length > 0 &&
    !/^\s(?:up|down|off|to|on|in|for|at|back|into|out)\b/.test(verb.behind);
  const made = {
    same: [sentence],
    reported: [`${titles[0]?.outlet ?? ''} reports: ${sentence}`],
    tense: verb && plain && !toCome.test(sentence) ? [`${verb.before}has ${verb.verb.done}${verb.behind}`] : [],
    passive:
      verb && plain && !/[,:;]|\b(?:to|after|over|as|and|its|his|her|their|that)\b/.test(sentence) && verb.behind.split(' ').length < 5
        ? [
            `${capital(verb.behind.trim().replace(/\.$/, ''))} ${/s$/.test(verb.behind) ? 'were' : 'was'} ${verb.verb.done} by ${verb.before.trim()}.`,
          ]
        : [],
    according:
      saidBefore.test(sentence) && contentOf(sentence)
        ? [`According to ${(saidBefore.exec(sentence)?.[1] ?? '').trim()}, ${contentOf(sentence)}`]
        : [],
  };
  return Object.entries(made).flatMap(([kind, sentences]) => sentences.map((one) => ({ titles, sentence: one, supported: true, kind })));
}
