// The audit of what is stored: reads it batch by batch, tells what does not stand. It changes nothing; fix.ts does.
import type { Sql } from 'postgres';
import { daysInWords, languageInWords } from '../family/record-words.js';
import type { Check } from '../llm/prompt.js';
import { claimsOf, narrativeClaims, sourcesOf } from './claims.js';
import type { Audited, Finding } from './finding.js';
import { sentencesIn } from './sentences.js';
import { shapeFindings } from './shapes.js';
import { namesIn, type StoredFamily, storedFamilies, type Which } from './stored.js';

interface Auditing {
  check: Check;
  theaters: Readonly<Record<string, { name: string }>>;
  eventTypes: Readonly<Record<string, unknown>>;
}

export interface Audit {
  families: number;
  narratives: number;
  findings: Finding[];
}

/** Yields what each batch of families brought. */
export async function* audited(sql: Sql, auditing: Auditing, which: Which): AsyncGenerator<Audit> {
  for await (const families of storedFamilies(sql, which)) {
    const names = await namesIn(sql, families);
    yield {
      families: families.length,
      narratives: families.reduce((sum, { narratives }) => sum + narratives.length, 0),
      findings: families.flatMap((family) => [...shapeFindings(family, auditing, names), ...unsupported(family, auditing, names)]),
    };
  }
}

function unsupported(family: StoredFamily, { check, theaters }: Auditing, names: ReadonlyMap<string, string>): Finding[] {
  const sources = sourcesOf(family.members);
  const known = [
    ...new Set([
      ...[...family.actors, ...family.roles.map(({ actor }) => actor)].flatMap((id) => names.get(id) ?? []),
      ...sources.flatMap(({ outlets = [] }) => outlets),
      ...family.comparables.map(({ title }) => title),
      theaters[family.theater]?.name ?? family.theater,
      family.eventType,
      daysInWords(family.members.map(({ at }) => new Date(at).toISOString())),
      ...family.members.map(({ lang }) => languageInWords(lang)),
      ...family.members.flatMap(({ country }) => names.get(country ?? '') ?? []),
    ]),
  ];
  const found = (of: Audited, claims: ReturnType<typeof claimsOf>): Finding[] => {
    const judged = (some: typeof claims) => check(some, sources, known);
    const texts = new Map(claims.map(({ field, text, quotes }) => [field, text || (quotes?.[0]?.text ?? '')]));
    return judged(claims).flatMap(({ field, reason }): Finding[] => {
      const text = texts.get(field) ?? '';
      // Two sentences, of which the first ends in "U.S."?
      const parts = sentencesIn(text, { initials: true }).map((part, at) => ({
        ...claims.find((claim) => claim.field === field),
        field: `${at}`,
        text: part,
      }));
      return parts.length > 1 && judged(parts).length === 0 ? [] : [{ of, ef: family.id, rule: 'claim', field, text, reason }];
    });
  };
  return [
    ...found(`ef:${family.id}`, claimsOf(family)),
    ...family.narratives.flatMap((narrative) => found(`narrative:${narrative.id}`, narrativeClaims(narrative))),
  ];
}
