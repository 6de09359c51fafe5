// By what families and titles are looked for, in the same words on the desk and on the pages; and what of it names nothing that is there.
import type { Fragment, Sql } from 'postgres';
import { outletsNamed } from './outlets.js';
import { queryOf } from './query.js';

/** What is left out does not narrow. */
export interface Filter {
  /** Words, as query.ts reads them. */
  search?: string | undefined;
  /** Of families: seed, active (both where left out), merged or recycled. Of titles: pending, gate_keep, gate_drop or forgotten. */
  status?: string | undefined;
  theater?: string | undefined;
  /** An event type, such as Sanctions/Economy. */
  type?: string | undefined;
  /** An actor's id or name; several have to be there together. */
  actor?: readonly string[] | undefined;
  /** An outlet's name. */
  outlet?: string | undefined;
  lang?: string | undefined;
  /** Of an outlet, as its source in sni.yaml says: ISO 3166. */
  country?: string | undefined;
  /** Of an outlet, likewise: public, private or state. */
  owner?: string | undefined;
  tier?: number | undefined;
  /** What is done in it, as acts are named: attack, sanction, negotiate. */
  act?: string | undefined;
  /** The beginning belongs to it, the end does not. Of a family: its last and its first headline. */
  since?: Date | undefined;
  until?: Date | undefined;
  /** Of families. */
  minOutlets?: number | undefined;
  minTitles?: number | undefined;
}

/** What is asked names something that is not there, or cannot be read; the message says what to do. */
export class SearchError extends Error {
  override name = 'SearchError';
  readonly exitCode = 78;
}

/** The filter with its words as a query and its names as they are stored. */
export interface Resolved {
  filter: Filter;
  /** Undefined: no words are asked for; null: none that can be found. */
  query: string | null | undefined;
  actorIds: string[];
  /** Outlets are told apart by case only where there are such. */
  outlets: string[];
}

/** Throws SearchError for an actor or outlet that is not known; with `isLenient` such a name stays, and nothing has it. */
export async function resolved(sql: Sql, filter: Filter, { isLenient = false } = {}): Promise<Resolved> {
  const { search, actor = [], outlet } = filter;
  const [query, actorIds, outlets] = await Promise.all([
    search === undefined || search.trim() === '' ? undefined : queryOf(sql, search),
    Promise.all(actor.map(async (named) => (await actorNamed(sql, named)) ?? unknown('actor', named, isLenient))),
    outlet === undefined ? [] : outletsNamed(sql, outlet),
  ]);
  const isUnknown = outlet !== undefined && outlets.length === 0;
  return { filter, query, actorIds, outlets: isUnknown ? [unknown('outlet', outlet, isLenient)] : outlets };
}

/** All of them; true for none. */
export function allOf(sql: Sql, conditions: readonly (Fragment | null)[]): Fragment {
  const asked = conditions.filter((condition) => condition !== null);
  return asked.reduce((all, one) => sql`${all} and ${one}`, sql`true`);
}

function unknown(what: string, named: string, isLenient: boolean): string {
  if (isLenient) return named;
  throw new SearchError(`No ${what} is called ${named}. "sni search WORDS" finds ${what}s by a part of their name.`);
}

async function actorNamed(sql: Sql, named: string): Promise<string | null> {
  const text = named.toWellFormed().replaceAll('\0', ' ');
  const [found] = await sql<{ id: string }[]>`
    select actor_id as id from actors
    where actor_id = ${text} or lower(actor_id) = lower(${text}) or lower(name) = lower(${text})
    order by actor_id = ${text} desc, lower(actor_id) = lower(${text}) desc, actor_id
    limit 1`;
  return found?.id ?? null;
}
