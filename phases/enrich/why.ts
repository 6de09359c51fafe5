// Takes the kind of act and who takes part, leaves why it matters in one sentence of at most 150 characters, and the tags. Guards
// that the sentence only weighs what the titles name: it knows no cause and no outcome.
import type { Kind } from './kind.js';
import type { ActorRole } from './roles.js';
import { listing } from './wording.js';

const weighing: Record<Kind, string> = {
  force: 'the use or show of force shifts deterrence and raises the risk of escalation',
  pressure: 'economic pressure, whose reach depends on who joins in and who finds a way around it',
  support: 'outside support decides how long its receiver can hold out',
  talks: 'terms under negotiation bind what each side can do later',
  rule: 'a legal limit on a strategic actor, and a precedent for the next case',
  contest: 'power at home is contested, and with it the course abroad',
  cyber: 'an attack below the threshold of war tests attribution and reply',
  energy: 'control of energy supply is leverage over those who depend on it',
  buildup: 'military capacity is built that changes the balance later',
  humanitarian: 'what civilians bear weighs on the standing of those who fight',
  statement: 'a public position narrows the room to turn back',
  other: 'a strategic actor changes its position',
};

/** Why it matters, opened by the two leading actors where they are known; never longer than 150 characters. */
export function whyStrategic(kind: Kind, roles: readonly { name: string; role: ActorRole }[]): string {
  const sentence = `${weighing[kind]}.`;
  const initiator = roles.find(({ role }) => role === 'initiator')?.name ?? roles[0]?.name;
  const other =
    roles.find(({ name, role }) => role !== 'initiator' && name !== initiator)?.name ?? roles.find(({ name }) => name !== initiator)?.name;
  const pair = listing([initiator, other].filter((name) => name !== undefined));
  const alone = sentence.charAt(0).toUpperCase() + sentence.slice(1);
  const whole = pair === '' ? alone : `${pair}: ${sentence}`;
  return whole.length <= 150 ? whole : alone;
}

/** At most three tags: the leading mechanisms, the theater unless it is the whole world, the parts of the event type; in lower case with hyphens. */
export function tagsOf(mechanisms: readonly string[], theater: string, eventType: string): string[] {
  const names = [...mechanisms.slice(0, 2), ...(theater === 'GLOBAL' ? [] : [theater]), ...eventType.split('/')];
  return [...new Set(names.map(tag))].filter((one) => one.length > 1).slice(0, 3);
}

function tag(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 40);
}
