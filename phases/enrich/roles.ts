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

/** By mechanism of the gate's vocabulary and by event type. */
const kinds: Readonly<Record<string, Kind>> = {
  ...kind('talks', 'ceasefire peace-process summit treaty trade-agreement hostages Diplomacy/Negotiations'),
  ...kind('support', 'aid-package arms-transfer'),
  ...kind('pressure', 'sanctions export-controls tariffs platform-ban expulsion blockade Sanctions/Economy'),
  ...kind('rule', 'court-ruling indictment war-crimes legislation policy Legal/ICC'),
  ...kind('contest', 'election party-politics protest coup resignation government Domestic_Politics'),
  ...kind('cyber', 'cyber-operation espionage technology Tech/Cyber/OSINT'),
  ...kind('energy', 'energy-supply infrastructure sabotage Energy/Infrastructure'),
  ...kind('buildup', 'defence-deal defence-budget mobilisation Procurement/Force-gen'),
  ...kind(
    'force',
    'strike attack ground-incursion missile-test military-exercise terrorism war casualties troops nuclear Strategy/Tactics',
  ),
  ...kind('humanitarian', 'humanitarian migration refugees famine disaster Humanitarian'),
  ...kind('statement', 'diplomatic-statement diplomacy alliance media disinformation Alliances/Geopolitics Information/Media/Platforms'),
};
/** Mechanisms that go along with acts of any kind: they decide only where no other does. */
const general = new Set(
  'war casualties troops nuclear government policy legislation diplomacy diplomatic-statement economy energy-supply'.split(' '),
);

function kind(name: Kind, ids: string): Record<string, Kind> {
  return Object.fromEntries(ids.split(' ').map((id) => [id.replace('_', ' '), name]));
}

const by = anyWord('by von durch par por со_стороны');
const upon = anyWord(
  'against on at upon over gegen auf contre sur contra sobre против по into into vers vor gegenüber around um autour 对 向',
);
const receiving = anyWord('to for an für à au aux pour para для');
const through = anyWord('mediat* broker* hosts hosted vermitt* gastgeber* médiat* accueille посредн* mediad* 斡旋 调停');
const passive = anyWord(
  'hit_by struck_by attacked_by targeted_by under_attack under_fire killed_in dead_as dead_in accused_of sanctioned_by getroffen angegriffen unter_beschuss beschossen visé* frappé* touché* attaqué* подвергл* атакован* обстрелян* atacad* bombardead* 遭',
);
const absent = anyWord('without ohne sans без sin');
const speaking = anyWord('says say said sagt melden meldet dit disent сообщ* заявил* dice');
const ownAct = anyWord(
  'strike* attack* drone* missile* rocket* shelling raid* assault* bombardment* sanction* tariff* offensive angriff* drohne* rakete* sanktion* zölle frappe* attaque* missile* удар* атак* обстрел* ракет* дрон* беспилотник* санкци* ataque* misil* 袭击 导弹',
);
const place = anyWord('in near off bei in vor à en au aux dans près в на у возле en cerca 在');
const joined = /(?:^|\s)(?:and|und|et|и|y|&)$|,$|和$/u;
const article = /(?:\s(?:the|a|an|den|die|das|der|dem|einen?|la|le|les|un|une|el|los|las)|\sl['’])?\s*$/u;

/** Of what kind the act is: by its first mechanism that is not a general one, else by its first, else by the event type. */
export function kindOf(mechanisms: readonly string[], eventType: string): Kind {
  const known = [...mechanisms.filter((id) => !general.has(id)), ...mechanisms, eventType].find((id) => kinds[id] !== undefined);
  return kinds[known ?? ''] ?? 'other';
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
    const nth = mentions.filter((one) => clauseOf(one) === clause).indexOf(mention);
    const clauseText = text.slice(clause === 0 ? 0 : breaks[clause - 1], breaks[clause]);
    const role = roleOf(mention, nth, text, clauseText, kind);
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
  if (ownAct.test(after.split(/\s+/u).slice(0, 2).join(' '))) return 'initiator';
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
