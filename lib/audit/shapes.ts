// What the database cannot refuse by itself: values that must be of the settings' lists, texts that must be there, texts said twice.
import type { Finding } from './finding.js';
import type { StoredFamily } from './stored.js';

interface Lists {
  theaters: Readonly<Record<string, unknown>>;
  eventTypes: Readonly<Record<string, unknown>>;
}

const longestContextWords = 120;

/** What is wrong with the fields of one family and its narratives; empty where all is right. `names` are the known actors by id. */
export function shapeFindings(family: StoredFamily, lists: Lists, names: ReadonlyMap<string, string>): Finding[] {
  const of = `ef:${family.id}` as const;
  const found: Finding[] = [];
  const tell = (field: string, text: string, reason: string, rule: Finding['rule'] = 'shape') =>
    found.push({ of, ef: family.id, rule, field, text, reason });
  if (!(family.theater in lists.theaters)) tell('theater', family.theater, 'is no theater of sni.yaml');
  if (!(family.eventType in lists.eventTypes)) tell('event_type', family.eventType, 'is no event type of sni.yaml');
  if (family.summary.trim() === '') tell('summary', '', 'is empty');
  if (family.members.length === 0) tell('', family.title, 'has no titles');
  if (family.status === 'active' && !family.context && !family.contextMarked)
    tell('context', '', 'is missing although the family is active');
  const words = family.context?.split(/\s+/u).length ?? 0;
  if (words > longestContextWords) tell('context', family.context ?? '', `has ${words} words, more than ${longestContextWords}`);
  for (const id of new Set([...family.actors, ...family.roles.map(({ actor }) => actor)]))
    if (!names.has(id)) tell('actors', id, 'is an actor without a name', 'actor');
  return [...found, ...repeatedNarratives(family)];
}

function repeatedNarratives({ id: ef, narratives }: StoredFamily): Finding[] {
  const first = new Map<string, string>();
  return narratives.flatMap(({ id, thesis }): Finding[] => {
    const earlier = first.get(thesis);
    if (earlier === undefined) first.set(thesis, id);
    return earlier === undefined
      ? []
      : [
          {
            of: `narrative:${id}`,
            ef,
            rule: 'repeated',
            field: 'thesis',
            text: thesis,
            reason: `is word for word that of narrative:${earlier}`,
          },
        ];
  });
}
