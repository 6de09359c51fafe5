// Of what kind the act of a family is, by the mechanisms the gate found and by the event type: it decides why the family matters.

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

/** Of what kind the act is: by its first mechanism that is not a general one, else by its first, else by the event type. */
export function kindOf(mechanisms: readonly string[], eventType: string): Kind {
  const known = [...mechanisms.filter((id) => !general.has(id)), ...mechanisms, eventType].find((id) => kinds[id] !== undefined);
  return kinds[known ?? ''] ?? 'other';
}
