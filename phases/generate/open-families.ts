// The families that are open around the titles of a claim, held in memory from one claim to the next: what the database still has as it was
// read is not read again. One set a database and process.
import type { Sql } from 'postgres';
import type { Cluster } from '../../lib/matching/cluster.js';
import type { NewsTitle } from '../../lib/matching/features.js';
import { type Grouping, groupTitles, makeMatcher } from '../../lib/matching/group.js';
import type { ItemId } from '../../lib/run.js';
import { readMembers, readOpenFamilies } from './candidates.js';
import { readRulings } from './rulings.js';

interface Held {
  titleSet: string;
  cluster: Cluster;
}

class OpenFamilies {
  #matcher = makeMatcher();
  readonly #held = new Map<ItemId, Held>();
  #last: Promise<unknown> = Promise.resolve();

  /** Groups titles among themselves and with the open families around each of them. Claims of one process take turns. */
  group(sql: Sql, titles: readonly NewsTitle[]): Promise<Grouping[]> {
    const mine = this.#last.then(() => this.#group(sql, titles));
    // Its caller is told of the error; what a claim that broke off has left half done is forgotten.
    this.#last = mine.catch(() => this.#forget());
    return mine;
  }

  async #group(sql: Sql, titles: readonly NewsTitle[]): Promise<Grouping[]> {
    const [families, rulings] = await Promise.all([readOpenFamilies(sql, titles), readRulings(sql, titles)]);
    const open = new Map(families.map(({ efId, titleSet }) => [efId, titleSet]));
    for (const [efId, held] of this.#held) if (open.get(efId) !== held.titleSet) this.#letGo(efId, held);
    const unread = [...open.keys()].filter((efId) => !this.#held.has(efId));
    const members = await readMembers(sql, unread);
    const read = unread.map((efId) => ({ efId, titleSet: open.get(efId) ?? '', members: members.get(efId) ?? [] }));
    this.#matcher.open(read).forEach((cluster, at) => {
      const family = read[at];
      if (cluster !== null && family !== undefined) this.#held.set(family.efId, { titleSet: family.titleSet, cluster });
    });
    this.#matcher.rulings = rulings;
    const groups = groupTitles(this.#matcher, titles);
    // What took titles in is read anew at the next claim, as it was settled, or was not.
    for (const { cluster, grouping } of groups) {
      this.#matcher.close(cluster);
      for (const { efId } of [grouping.family ?? [], grouping.absorbs].flat()) this.#held.delete(efId);
    }
    return groups.map(({ grouping }) => grouping);
  }

  #forget(): void {
    this.#matcher = makeMatcher();
    this.#held.clear();
  }

  #letGo(efId: ItemId, { cluster }: Held): void {
    this.#matcher.close(cluster);
    this.#held.delete(efId);
  }
}

const perDatabase = new WeakMap<Sql, OpenFamilies>();

/** Those of a database; empty at first. */
export function openFamiliesOf(sql: Sql): OpenFamilies {
  const known = perDatabase.get(sql) ?? new OpenFamilies();
  perDatabase.set(sql, known);
  return known;
}
