// What is said of a group of headlines. A statement names only the outlets whose cited headlines do what it says, and what it quotes
// stands in them to the letter.
import { actInWords, seenActInWords, withArticle } from '../../lib/family/act-words.js';
import { byKey } from '../../lib/family/by-key.js';
import { listing } from '../../lib/family/listing.js';
import type { MainAct } from '../../lib/family/main-act.js';
import { isToldBySure } from '../../lib/family/told-by.js';
import { mutual } from '../../lib/reading/actions.js';
import type { Act } from '../../lib/reading/reading.js';
import { actWords } from './act-words.js';
import { beginnings } from './beginnings.js';
import type { ActiveFamily, ActiveMember } from './family.js';
import type { Grouped, TellingGroup } from './grouping.js';
import { doNotRefer, ofOwnOutlets, parting, refer } from './mentions.js';
import { noDifference, oneOutlet } from './no-difference.js';
import { bySpelling, eachWithOutlet, headlinesSay, type Statement, some } from './sentence.js';
import type { Telling } from './telling.js';

const mostWords = 4;
const mostStatements = 10;

/** The statements about a group, the most telling first; those about the first group also tell what headlines of no group do. Empty where nothing is found. */
export function statementsOf(group: TellingGroup, { main, groups, apart }: Grouped, family: ActiveFamily): Statement[] {
  const nameOf = (id: string): string => family.names.get(id) ?? id;
  const { tellings, kind, party } = group;
  const others = [...groups.flatMap((one) => one.tellings), ...apart].filter((telling) => !tellings.includes(telling));
  const everywhere = [...tellings, ...others];
  const all = everywhere.map(({ member }) => member);
  const isSure = (those: readonly Telling[]): boolean =>
    !partedByMarks.has(kind) ||
    isToldBySure(
      those.map(({ member }) => member),
      all,
    );
  const found = [
    ...(kind === 'alike' ? [noDifference(tellings)] : kind === 'single' ? [oneOutlet(tellings)] : []),
    ...(kind === 'plain' ? unmarked(ofOwnOutlets(tellings, others), others) : []),
    ...(kind === 'named' && party !== null ? [headlinesSay(tellings, refer(withArticle(nameOf(party))))] : []),
    ...(kind === 'unnamed' && party !== null
      ? some(ofOwnOutlets(tellings, others), (those) => headlinesSay(those, doNotRefer(withArticle(nameOf(party)))))
      : []),
    ...(kind === 'loaded' || kind === 'quoted' || kind === 'marked' ? marking(tellings) : []),
    ...(main === null ? [] : doing(tellings, others, main, nameOf, isSure)),
    ...marking(tellings),
    ...beginnings(tellings, family.members, main, nameOf),
    ...telling(tellings, nameOf, isSure),
    ...(kind === 'mixed' ? parting(tellings, main, nameOf) : []),
    ...(group === groups[0] ? marking(apart) : []),
    ...ownership(group, family),
  ];
  const fresh = found.filter(({ text }, i) => found.findIndex((one) => one.text === text) === i);
  return fresh.slice(0, mostStatements);
}

/** Groups that are not made by who tells which act: what is said of acts there stands as a difference though nobody compared them. */
const partedByMarks: ReadonlySet<TellingGroup['kind']> = new Set<TellingGroup['kind']>(['mixed', 'loaded', 'quoted', 'marked', 'plain']);

/** Who tells the act on its own word, who as whose word, who names the doer beside it, and who does not. */
function doing(
  tellings: readonly Telling[],
  others: readonly Telling[],
  main: MainAct,
  nameOf: (id: string) => string,
  isSure: (those: readonly Telling[]) => boolean,
): Statement[] {
  const doer = withArticle(nameOf(main.source));
  const of = (manner: Telling['manner']): Telling[] => tellings.filter((telling) => telling.manner === manner);
  const target = (act: Telling['act']): string | null => (act?.target === main.target ? main.target : null);
  const told = byKey(of('own'), ({ act, mutual: both, member }) =>
    both && act !== null
      ? eachOther(act, nameOf)
      : seenActInWords({ ...main, target: target(act), mode: act?.mode ?? 'done' }, nameOf, [member.title]),
  );
  // What one headline alone plans or threatens may be told wrongly by a word for the future that means another.
  for (const [act, those] of told) if (those.length === 1 && those[0]?.act?.mode !== 'done') told.delete(act);
  const said = byKey(of('word'), ({ act }) => (act?.saidBy ? withArticle(nameOf(act.saidBy)) : ''));
  const nobody = of('unnamed').filter(({ act }) => act !== null && act.mode === 'done' && act.saidBy === null);
  return [
    ...[...told]
      .filter(([, those]) => isSure(those))
      .map(([act, those]) => headlinesSay(those, [`tells of ${act}`, `tell of ${act}`], wordsOf(those))),
    ...[...said].map(([who, those]) => {
      const act = actInWords({ ...main, target: null, mode: 'claimed' }, nameOf, titlesOf(those));
      const word = who === '' ? 'as somebody’s word' : `as the word of ${who}`;
      return headlinesSay(those, [`gives ${act} ${word}`, `give ${act} ${word}`], wordsOf(those));
    }),
    ...some(ofOwnOutlets(of('unnamed'), [...others, ...tellings.filter(({ manner }) => manner !== 'unnamed')]), (those) =>
      headlinesSay(those, doNotRefer(doer)),
    ),
    ...some(isSure(nobody) ? nobody : [], (those) => {
      const act = actInWords({ source: null, action: main.action, target: null, mode: 'done' }, nameOf, titlesOf(those));
      return headlinesSay(those, [`tells of ${act} without saying whose`, `tell of ${act} without saying whose`], wordsOf(those));
    }),
  ];
}

function titlesOf(tellings: readonly Telling[]): string[] {
  return tellings.map(({ member }) => member.title);
}

/** Which loaded words stand outside quotation marks, and which words inside. */
function marking(tellings: readonly Telling[]): Statement[] {
  const quote = (words: readonly string[]): string => listing(words.map((word) => `“${word}”`));
  const loaded = bySpelling(
    tellings.filter((one) => one.loaded.length > 0),
    (one) => quote(one.loaded),
  );
  const quoted = bySpelling(
    tellings.filter((one) => one.quoted.length > 0),
    (one) => quote(one.quoted),
  );
  const ascribed = bySpelling(
    tellings.filter((one) => one.ascribed.length > 0),
    (one) => quote(one.ascribed),
  );
  const doubted = tellings.filter((one) => one.doubts.length > 0);
  return [
    ...some(doubted, (those) => headlinesSay(those, ['has a word of doubt', 'have words of doubt'], doubtsOf(those))),
    ...[...loaded].map(([words, those]) =>
      headlinesSay(those, [`writes ${words} without quotation marks`, `write ${words} without quotation marks`]),
    ),
    ...[...ascribed].map(([words, those]) =>
      headlinesSay(those, [
        `gives ${words} as somebody’s word, without quotation marks`,
        `give ${words} as somebody’s word, without quotation marks`,
      ]),
    ),
    ...[...quoted].map(([words, those]) => headlinesSay(those, [`puts ${words} in quotation marks`, `put ${words} in quotation marks`])),
  ];
}

/** The words of doubt, each with the outlet that writes it. */
function doubtsOf(tellings: readonly Telling[]): string {
  return eachWithOutlet(tellings, ({ doubts }) => doubts.join('” and “'));
}

/** What two headlines or more tell beside the main act, on their own word. */
function telling(
  tellings: readonly Telling[],
  nameOf: (id: string) => string,
  isSure: (those: readonly Telling[]) => boolean,
): Statement[] {
  const told = byKey(
    tellings.filter(({ other }) => other !== null),
    ({ other, member }) => (other === null ? '' : seenActInWords(other, nameOf, [member.title])),
  );
  const shared = [...told].filter(([, those]) => those.length > 1 && isSure(those));
  return shared.map(([act, those]) => headlinesSay(those, [`tells of ${act}`, `tell of ${act}`], wordsOf(those)));
}

/** "an attack by India and Pakistan on each other"; what both do together is worded so already. */
function eachOther({ source, action, target }: Act, nameOf: (id: string) => string): string {
  if (mutual.has(action)) return actInWords({ source, action, target, mode: 'done' }, nameOf);
  const both = listing([source, target].flatMap((id) => (id === null ? [] : [withArticle(nameOf(id))])));
  return `${actInWords({ source: null, action, target: null, mode: 'done' }, nameOf)} by ${both} on each other`;
}

/** That headlines have nothing of what the other groups are made by: their words to the letter, and only those of a language that is theirs. */
function unmarked(tellings: readonly Telling[], others: readonly Telling[]): Statement[] {
  if (tellings.length === 0) return [];
  const isQuoted = others.some(({ quoted }) => quoted.length > 0);
  const languages = new Set(tellings.map(({ member }) => member.lang));
  const marked = others
    .filter(({ loaded, ascribed, member }) => loaded.length + ascribed.length > 0 && languages.has(member.lang))
    .slice(0, mostWords);
  const words = marked.flatMap(({ loaded, ascribed }) => [...loaded, ...ascribed].slice(0, 1));
  if (words.length === 0)
    return isQuoted ? [headlinesSay(tellings, ['has nothing in quotation marks', 'have nothing in quotation marks'])] : [];
  const quotes = [...new Set(words)].map((word) => `“${word}”`).join(' or ');
  const those = `not have ${quotes}${isQuoted ? ', nor anything in quotation marks' : ''}`;
  const { text, cites } = headlinesSay(tellings, [`does ${those}`, `do ${those}`]);
  return [{ text, cites: [...cites, ...marked.map(({ member }) => member.titleId)] }];
}

/** That all of a group are media of one state and no other outlet of the family is one; nothing where an outlet's owner is not known. */
function ownership({ tellings }: TellingGroup, { members }: ActiveFamily): Statement[] {
  const [first] = tellings;
  if (first === undefined || first.member.country === null) return [];
  const isOfState = ({ owner, country }: ActiveMember): boolean => owner === 'state' && country === first.member.country;
  const inside = new Set(tellings.map(({ member }) => member.publisher));
  const others = members.filter(({ publisher }) => !inside.has(publisher));
  if (
    others.length === 0 ||
    !tellings.every(({ member }) => isOfState(member)) ||
    others.some((member) => isOfState(member) || member.owner === null)
  )
    return [];
  return [{ text: 'All of these are media of one state, and the other outlets are not.', cites: [] }];
}

/** The words by which headlines tell the act, each with the outlet that writes it. */
function wordsOf(tellings: readonly Telling[]): string {
  return eachWithOutlet(tellings, ({ act, other, member }) => {
    const told = act ?? other;
    return told === null ? '' : actWords(member, told);
  });
}
