// Takes the kind of act and who takes part, leaves why it matters in one sentence of at most 150 characters, and the tags. Guards
// that the sentence only weighs what the titles name: it knows no cause and no outcome.
import { type ActorRole, type Kind, kindOf } from './roles.js';

const acting: Record<Kind, string> = {
  force: 'Force decides what words did not: it moves the line between deterrence and open war',
  pressure: 'Pressure by law and money: its reach depends on who joins in and who finds a way around it',
  support: 'Outside support sets how long its receiver can hold out, and ties the giver to the outcome',
  talks: 'Terms under negotiation: what is conceded here binds later moves of all sides',
  rule: 'A rule or ruling sets what a strategic actor may do, and is a precedent for the next case',
  contest: 'Power at home is contested, and with it the course abroad',
  cyber: 'Attacks below the threshold of war test how far attribution leads to a reply',
  energy: 'Energy supply is leverage: who controls it can raise the price of opposing them',
  statement: 'A position taken in public narrows the room to turn back',
  other: 'Actors of strategic weight are involved',
};

/** Why it matters, with the two leading actors in front where there is room; never longer than 150 characters. */
export function whyStrategic(mechanisms: readonly string[], roles: readonly { name: string; role: ActorRole }[]): string {
  const sentence = acting[kindOf(mechanisms)];
  const initiator = roles.find(({ role }) => role === 'initiator')?.name;
  const other = roles.find(({ name, role }) => role !== 'initiator' && name !== initiator)?.name;
  const pair = [initiator, other].filter((name) => name !== undefined).join(' and ');
  const whole = pair === '' ? `${sentence}.` : `${pair}: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}.`;
  return whole.length <= 150 ? whole : `${sentence}.`;
}

/** At most three tags: the leading mechanisms, then the theater; lower case, words joined by hyphens. */
export function tagsOf(mechanisms: readonly string[], theater: string): string[] {
  const tag = (name: string): string =>
    name
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
      .replaceAll(/^-|-$/g, '')
      .slice(0, 40);
  return [...new Set([...mechanisms.slice(0, 2), theater].map(tag))].filter((one) => one !== '').slice(0, 3);
}
