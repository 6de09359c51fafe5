// An act in English words, as a noun with its parties: "an attack by Russia on Ukraine". A noun says what kind of act it is and no more;
// how a headline words it stands in the headline.
import { type Action, forceful, type Mode, mutual } from '../reading/actions.js';

interface Noun {
  /** Empty where the noun takes none. */
  article: '' | 'a' | 'an';
  noun: string;
  /** Before the party that is met by it. */
  upon: string;
  /** Before the doer; "by" where left out. */
  of?: string;
}

const nouns: Readonly<Record<Action, Noun>> = {
  attack: { article: 'an', noun: 'attack', upon: 'on' },
  threaten: { article: 'a', noun: 'threat or warning', upon: 'against' },
  accuse: { article: 'an', noun: 'accusation', upon: 'against' },
  condemn: { article: '', noun: 'criticism', upon: 'of' },
  reject: { article: 'a', noun: 'refusal', upon: 'towards' },
  demand: { article: 'a', noun: 'call or demand', upon: 'on' },
  sanction: { article: '', noun: 'sanctions or duties', upon: 'on' },
  restrict: { article: 'a', noun: 'restriction', upon: 'on' },
  arrest_or_try: { article: 'an', noun: 'arrest, warrant, trial or sentence', upon: 'of' },
  protest: { article: 'a', noun: 'protest', upon: 'against' },
  coerce: { article: '', noun: 'coercion', upon: 'of' },
  mobilise_or_drill: { article: '', noun: 'military moves or drills', upon: 'towards' },
  seize_or_occupy: { article: 'a', noun: 'seizure or occupation', upon: 'upon' },
  withdraw_or_yield: { article: 'a', noun: 'withdrawal, ending or concession', upon: 'towards' },
  negotiate: { article: '', noun: 'talks', upon: 'with' },
  agree_or_sign: { article: 'an', noun: 'agreement or closer ties', upon: 'with' },
  aid: { article: '', noun: 'aid', upon: 'for', of: 'from' },
  supply_arms: { article: '', noun: 'arms', upon: 'for', of: 'from' },
  support_or_recognise: { article: '', noun: 'support or recognition', upon: 'for' },
  visit_or_meet: { article: 'a', noun: 'visit or meeting', upon: 'with' },
  mediate: { article: '', noun: 'mediation', upon: 'with' },
  appoint_or_elect: { article: 'an', noun: 'election or appointment', upon: 'of', of: 'in' },
  legislate_or_rule: { article: 'a', noun: 'law or ruling', upon: 'on' },
  announce_or_state: { article: 'a', noun: 'statement', upon: 'to' },
  deny: { article: 'a', noun: 'denial', upon: 'towards' },
  expel: { article: 'an', noun: 'expulsion', upon: 'upon' },
  cyber: { article: 'a', noun: 'cyber operation', upon: 'against' },
  trade_deal: { article: 'a', noun: 'trade deal', upon: 'with' },
  other: { article: 'an', noun: 'act', upon: 'towards' },
};

/** Duties and sanctions are one action; the headlines' own word says which they tell of. */
const duties = /\btariffs?\b|\bdut(?:y|ies)\b|zölle|zoll|arancel|droits de douane|пошлин|тариф|关税|رسوم(?:ا)?(?!\p{L})/iu;
const sanctions = /sanc[tc]i|sanktion|санкц|制裁|عقوبات/iu;

/** "tariffs", "sanctions", or both where the headlines have neither word, or one of each. */
function measureIn(titles: readonly string[]): string {
  const all = (words: RegExp, others: RegExp): boolean =>
    titles.length > 0 && titles.every((title) => words.test(title) && !others.test(title));
  return all(duties, sanctions) ? 'tariffs' : all(sanctions, duties) ? 'sanctions' : nouns.sanction.noun;
}

/** Who is accused of preparing it has not done it, also in the accuser's words. */
const preparing =
  /(?<!\p{L})(?:prepar\p{L}*|plan(?:s|ned|ning)?|plott?(?:s|ed|ing)?|plane\p{L}*|prépar\p{L}*|planifi\p{L}*|vorbereit\p{L}*|vorzubereiten|plant|planen|готов\p{L}*|подготов\p{L}*|планир\p{L}*|التحضير|بالتحضير|للتحضير|الاعداد|بالاعداد|التخطيط|بالتخطيط)(?!\p{L})|准备|策划|计划|图谋|密谋/iu;

const adjectives: Readonly<Record<Mode, string>> = {
  done: '',
  claimed: '',
  threatened: 'threatened ',
  planned: 'planned ',
  denied: 'denied ',
  demanded: 'demanded ',
};

/** What of an act is told in words; a party that is null is left out. */
export interface ActParts {
  source: string | null;
  action: Action;
  target: string | null;
  mode: Mode;
}

/** "talks between Iran and the United States", "a planned visit or meeting by China"; who acts upon himself is named once. `titles` are the headlines that tell it, for what they call it. `nameOf` gives English names. */
export function actInWords(
  { source, action, target, mode }: ActParts,
  nameOf: (actorId: string) => string,
  titles: readonly string[] = [],
): string {
  const { article, noun: usual, upon, of: doer = 'by' } = nouns[action];
  const noun = action === 'sanction' ? measureIn(titles) : usual;
  const isPrepared = mode === 'claimed' && forceful.has(action) && titles.length > 0 && titles.every((title) => preparing.test(title));
  const adjective = adjectives[isPrepared ? 'planned' : mode];
  const before = article === '' ? '' : adjective === '' ? `${article} ` : 'a ';
  const name = (id: string): string => withArticle(nameOf(id));
  const met = target === source ? null : target;
  // Crowds protest in a state as much as the state does.
  const of = action === 'protest' && met === null ? 'in or by' : doer;
  if (mutual.has(action) && source !== null && target !== null)
    return `${before}${adjective}${noun} between ${name(source)} and ${name(target)}`;
  return `${before}${adjective}${noun}${source === null ? '' : ` ${of} ${name(source)}`}${met === null ? '' : ` ${upon} ${name(met)}`}`;
}

const plural: ReadonlySet<Action> = new Set<Action>(['sanction', 'mobilise_or_drill', 'negotiate', 'supply_arms']);

/** "Was there an attack by Iran?", "Were there talks with Iran?" */
export function wasThere(act: ActParts, nameOf: (actorId: string) => string): string {
  return `${plural.has(act.action) ? 'Were' : 'Was'} there ${actInWords(act, nameOf)}?`;
}

/** The same without whom an act of force hits: a headline often tells him by a place or a thing of a state, and that is no attack on the state. */
export function seenActInWords(act: ActParts, nameOf: (actorId: string) => string, titles: readonly string[] = []): string {
  return actInWords(forceful.has(act.action) ? { ...act, target: null } : act, nameOf, titles);
}

const takesThe =
  /^(?:United |U\.S\.|European |African |Arab |World |International |Republic of |Islamic State|Houthis|Taliban|Kremlin)|(?:Union|States|Nations|Emirates|Kingdom|Netherlands|Philippines|Republic|Agency|Court|Council|Army|Forces|Guards?|Organization|Organisation|Commission|Bank|Party|Fund|League|Islands|Maldives|Bahamas|Gambia|Comoros|Seychelles)$/u;
/** Parties without a name of their own. */
const unnamed = /^(?:Government|Opposition|Military|Police|Parliament|President|Prime Minister|Foreign Minister|Court)(?:, unnamed)?$/iu;

/** By the name of a chamber headlines are read that tell of one of its members. */
const chambers: Readonly<Record<string, string>> = { 'US Congress': 'members of the US Congress' };

/** "the United States", "the opposition", "Russia"; what stands behind a name in brackets is left out, and what only sorts it. */
export function withArticle(name: string): string {
  const bare = name.replace(/\s*\([^)]*\)$/u, '').replace(/ in (?:politics|Chinese)$/u, '');
  const members = chambers[bare];
  if (members !== undefined) return members;
  if (unnamed.test(bare)) return `the ${bare.replace(/, unnamed$/u, '').toLowerCase()}`;
  return takesThe.test(bare) && !bare.startsWith('the ') ? `the ${bare}` : bare;
}
