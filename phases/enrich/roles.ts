// Takes the member titles with the places of their actors, leaves who acts and who is acted upon. Guards that a role stands on the
// wording: what kind of act it is, the order of the actors, the preposition before them, active or passive voice.
import type { Family, Member, Mention } from './family.js';
import { anyWord, lowered } from './words.js';

export const actorRoles = ['initiator', 'target', 'beneficiary', 'mediator'] as const;
export type ActorRole = (typeof actorRoles)[number];

/** What kind of act an event is: decides what its second actor is to the first. */
export type Kind =
  | 'force'
  | 'pressure'
  | 'support'
  | 'talks'
  | 'rule'
  | 'contest'
  | 'cyber'
  | 'energy'
  | 'buildup'
  | 'humanitarian'
  | 'statement'
  | 'other';

const kinds: readonly { kind: Kind; mechanism: RegExp; eventType: RegExp }[] = [
  { kind: 'talks', mechanism: /talk|cease|truce|peace|summit|negotiat|treaty|agreement|visit/, eventType: /negotiat|diplom/ },
  { kind: 'support', mechanism: /aid|transfer|assist|loan|support/, eventType: /^$/ },
  { kind: 'cyber', mechanism: /cyber|hack/, eventType: /cyber/ },
  { kind: 'pressure', mechanism: /sanction|export|tariff|embargo|trade|ban|seiz|expul|blockade/, eventType: /sanction|econom/ },
  { kind: 'rule', mechanism: /court|ruling|regulat|policy|law|legal|warrant|indict/, eventType: /legal/ },
  { kind: 'contest', mechanism: /elect|protest|unrest|coup|vote|parliament|govern/, eventType: /domestic/ },
  { kind: 'energy', mechanism: /energy|oil|gas|pipeline|grid/, eventType: /energy/ },
  { kind: 'buildup', mechanism: /deal|procure|mobilis|conscript|budget/, eventType: /procure|force-gen/ },
  {
    kind: 'force',
    mechanism: /strike|attack|incursion|missile|casualt|drone|exercise|drill|milit|war|combat|invasion|shell|deploy|nuclear|troop/,
    eventType: /strateg|tactic/,
  },
  { kind: 'humanitarian', mechanism: /humanit|refug|famine/, eventType: /humanit/ },
  { kind: 'statement', mechanism: /statement|diplom|warn|condemn/, eventType: /alliance|information|media/ },
];

const by = anyWord('by von durch par por со_стороны');
const upon = anyWord(
  'against on at upon over gegen auf contre sur contra sobre против по into into vers vor gegenüber around um autour 对 向',
);
const receiving = anyWord('to for an für à au aux pour para для');
const through = anyWord('mediat* broker* hosts hosted vermitt* gastgeber* médi* accueille посредн* mediad* media 斡旋 调停');
const passive = anyWord(
  'hit_by struck_by attacked_by targeted_by under_attack under_fire killed_in dead_as dead_in accused_of sanctioned_by getroffen angegriffen unter_beschuss beschossen visé* frappé* touché* attaqué* подвергл* атакован* обстрелян* atacad* bombardead* 遭',
);
const absent = anyWord('without ohne sans без sin');
const speaking = anyWord('says say said sagt melden meldet dit disent сообщ* заявил* dice');
const place = anyWord('in near off bei in vor à en au aux dans près в на у возле en cerca 在');
const joined = /(?:^|\s)(?:and|und|et|и|y|&)$|,$|和$/u;
const article = /(?:\s(?:the|a|an|den|die|das|der|dem|einen?|la|le|les|un|une|el|los|las)|\sl['’])?\s*$/u;

/** Of what kind the act is: by the first mechanism that says so, else by the event type; `other` where neither does. */
export function kindOf(mechanisms: readonly string[], eventType: string): Kind {
  for (const mechanism of mechanisms) {
    const found = kinds.find((one) => one.mechanism.test(mechanism.toLowerCase()));
    if (found) return found.kind;
  }
  return kinds.find((one) => one.eventType.test(eventType.toLowerCase()))?.kind ?? 'other';
}

/** One role for each actor that an eighth of the titles or more give one, at most six, strongest first; empty where none names an actor. */
export function rolesOf({
  members,
  mechanisms,
  eventType,
}: Pick<Family, 'members' | 'mechanisms' | 'eventType'>): { actor: string; role: ActorRole }[] {
  const votes = new Map<string, Map<ActorRole, number>>();
  for (const member of members) {
    const kind = kindOf([...member.mechanisms, ...mechanisms], eventType);
    for (const { actor, role } of readRoles(member, kind)) {
      const own = votes.get(actor) ?? new Map<ActorRole, number>();
      own.set(role, (own.get(role) ?? 0) + 1);
      votes.set(actor, own);
    }
  }
  const total = (own: ReadonlyMap<ActorRole, number>): number => [...own.values()].reduce((sum, one) => sum + one, 0);
  const ranked = [...votes].filter(([, own]) => total(own) >= members.length / 8).sort(([, a], [, b]) => total(b) - total(a));
  const named = ranked.some(([actor]) => !actor.startsWith('@')) ? ranked.filter(([actor]) => !actor.startsWith('@')) : ranked;
  return named.slice(0, 6).map(([actor, own]) => ({ actor, role: [...own].reduce((best, one) => (one[1] > best[1] ? one : best))[0] }));
}

/** The roles of one title, read clause by clause: what stands before a colon or a dash has a subject of its own. */
function readRoles(member: Member, kind: Kind): { actor: string; role: ActorRole }[] {
  const text = lowered(member.title);
  const breaks = [...text.matchAll(/\s?[:;]\s|\s[–—-]\s/gu)].map((match) => match.index);
  const clauseOf = (mention: Mention): number => (mention.start === null ? 0 : breaks.filter((at) => at < (mention.start ?? 0)).length);
  const mentions = member.mentions.filter(({ actor }, i) => member.mentions.findIndex((one) => one.actor === actor) === i);
  return mentions.flatMap((mention) => {
    const clause = clauseOf(mention);
    const _absent = anyWord('without ohne sans без sin');
    const _speaking = anyWord('says say said sagt melden meldet dit disent сообщ* заявил* dice');
    const place = mentions.filter((one) => clauseOf(one) === clause).indexOf(mention);
    const clauseText = text.slice(clause === 0 ? 0 : breaks[clause - 1], breaks[clause]);
    const role = roleOf(mention, place, text, clauseText, kind);
    return role === null ? [] : [{ actor: mention.actor, role }];
  });
}

/**
 * The role of the i-th actor of a clause: the first acts unless the voice is passive, the others are read from the word before
 * them. Null for a mere place or speaker, and where the wording gives no role.
 */
function roleOf(mention: Mention, i: number, text: string, clause: string, kind: Kind): ActorRole | null {
  const before = wordBefore(text, mention);
  const after = mention.end === null ? '' : text.slice(mention.end, mention.end + 14);
  const second = kind === 'support' ? 'beneficiary' : 'target';
  if (absent.test(before) || (i > 0 && speaking.test(after))) return null;
  if (through.test(around(text, mention))) return 'mediator';
  if (by.test(before)) return 'initiator';
  if (upon.test(before)) return 'target';
  if (receiving.test(before)) return second;
  if (place.test(before) || /^\s?:/.test(after)) return kind === 'force' ? 'target' : null;
  const isPassive = passive.test(clause);
  if (i === 0) return isPassive ? 'target' : 'initiator';
  if (kind === 'talks' && i === 1 && joined.test(before)) return 'initiator';
  return isPassive ? 'initiator' : second;
}

/** The last word before the actor, without its article; '' where the place is unknown or the actor opens the title. */
function wordBefore(text: string, mention: Mention): string {
  if (mention.start === null) return '';
  const head = ` ${text.slice(Math.max(0, mention.start - 40), mention.start)}`.replace(article, '');
  return ` ${head.trim().split(/\s+/u).slice(-1).join(' ')}`;
}

/** What stands close to the actor on both sides, where a word of mediation would stand. */
function around(text: string, mention: Mention): string {
  if (mention.start === null || mention.end === null) return '';
  return `${text.slice(Math.max(0, mention.start - 14), mention.start)} ${text.slice(mention.end, mention.end + 16)}`;
}
