// The families that are open around the titles of a claim, held in memory from one claim to the next: what the database still has as it was
// read is not read again. One set a database and process.
import type { Sql } from 'postgres';
import { meaningsIn } from '../../lib/evidence/meanings.js';
import type { Cluster } from '../../lib/matching/cluster.js';
import { type Doubt, type Judgement, strangerTo, unsureLogits } from '../../lib/matching/doubts.js';
import type { NewsTitle } from '../../lib/matching/features.js';
import { type Grouping, groupsOfPlaced, makeMatcher, placeTitles } from '../../lib/matching/group.js';
import type { Matcher } from '../../lib/matching/matcher.js';
import type { MeaningsOf } from '../../lib/matching/meanings.js';
import type { ItemId } from '../../lib/run.js';
import { readMembers, readOpenFamilies } from './candidates.js';
import { readDistinctions } from './distinctions.js';
import { readRulings } from './rulings.js';

/** Says what a doubt is; `stranger` is a cluster that surely has nothing to do with it, where there is one. */
type Judge = (doubt: Doubt, stranger: Cluster | undefined) => Promise<Judgement>;

/** Questions a title of a claim, at most; what is in doubt beyond them is left to the models. A perfect judge is hardly better for more. */
const questionsPerTitle = 0.4;

interface Held {
  titleSet: string;
  cluster: Cluster;
}

const undecided: Judgement = { same: [], distinct: [] };

class OpenFamilies {
  readonly #meaningsOf: MeaningsOf;
  #matcher: Matcher;
  #isJudged = false;
  readonly #held = new Map<ItemId, Held>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(meaningsOf: MeaningsOf) {
    this.#meaningsOf = meaningsOf;
    this.#matcher = makeMatcher(meaningsOf);
  }

  /**
   * Groups titles among themselves and with the open families around each of them; what is in doubt is put to `judge`, where there is one.
   * Claims of one process take turns. Throws what reading or judging throws.
   */
  group(sql: Sql, titles: readonly NewsTitle[], judge?: Judge): Promise<Grouping[]> {
    const mine = this.#last.then(() => this.#group(sql, titles, judge));
    // Its caller is told of the error; what a claim that broke off has left half done is forgotten.
    this.#last = mine.catch(() => this.#forget());
    return mine;
  }

  /** Reads the open families around titles that are grouped soon, so that then only those are read that were changed since. */
  readAhead(sql: Sql, titles: readonly NewsTitle[]): Promise<void> {
    const mine = this.#last.then(() => this.#hold(sql, titles));
    this.#last = mine.catch(() => this.#forget());
    return mine;
  }

  async #group(sql: Sql, titles: readonly NewsTitle[], judge: Judge | undefined): Promise<Grouping[]> {
    if (this.#isJudged !== (judge !== undefined)) this.#forget(judge !== undefined);
    await this.#hold(sql, titles);
    this.#matcher.rulings = await readRulings(sql, titles);
    const placed = placeTitles(this.#matcher, titles);
    if (judge !== undefined) await this.#judge(sql, judge, Math.ceil(titles.length * questionsPerTitle));
    const groups = groupsOfPlaced(this.#matcher, placed);
    // What took titles in is read anew at the next claim, as it was settled, or was not.
    for (const { cluster, grouping } of groups) {
      this.#matcher.close(cluster);
      for (const { efId } of [grouping.family ?? [], grouping.absorbs].flat()) this.#held.delete(efId);
    }
    return groups.map(({ grouping }) => grouping);
  }

  /** Brings what is held in line with the database: exactly the families that are open around these titles, as they stand there. */
  async #hold(sql: Sql, titles: readonly NewsTitle[]): Promise<void> {
    const families = await readOpenFamilies(sql, titles);
    const open = new Map(families.map(({ efId, titleSet }) => [efId, titleSet]));
    const lookedAt = new Map(families.map((family) => [family.efId, family.lookedAt]));
    for (const [efId, held] of this.#held) if (open.get(efId) !== held.titleSet) this.#letGo(efId, held);
    const unread = [...open.keys()].filter((efId) => !this.#held.has(efId));
    const members = await readMembers(sql, unread);
    const read = unread.map((efId) => ({
      efId,
      titleSet: open.get(efId) ?? '',
      members: members.get(efId) ?? [],
      lookedAt: lookedAt.get(efId) ?? 0,
    }));
    this.#matcher.open(read).forEach((cluster, at) => {
      const family = read[at];
      if (cluster !== null && family !== undefined) this.#held.set(family.efId, { titleSet: family.titleSet, cluster });
    });
  }

  /** Round after round of questions that have nothing to do with each other, until nothing is in doubt. */
  async #judge(sql: Sql, judge: Judge, most: number): Promise<void> {
    const known = new Set<string>();
    for (let left = most; ; ) {
      const titleIds = this.#matcher.grown.flatMap(({ headlines }) => headlines.map(({ title }) => title.titleId));
      const unread = titleIds.filter((titleId) => !known.has(titleId));
      this.#matcher.remember(await readDistinctions(sql, unread));
      for (const titleId of unread) known.add(titleId);
      const doubts = this.#matcher.nextDoubts();
      if (doubts.length === 0) return;
      const judged = await Promise.all(doubts.slice(0, left).map((doubt) => judge(doubt, this.#strangerTo(doubt))));
      left -= judged.length;
      for (const [at, doubt] of doubts.entries()) this.#matcher.settleDoubt(doubt, judged[at] ?? undecided);
    }
  }

  #strangerTo(doubt: Doubt): Cluster | undefined {
    return strangerTo(doubt, this.#matcher.grown) ?? strangerTo(doubt, this.#matcher.clusters);
  }

  #forget(isJudged = this.#isJudged): void {
    this.#isJudged = isJudged;
    for (const cluster of this.#matcher.clusters) this.#matcher.close(cluster);
    this.#matcher = makeMatcher(this.#meaningsOf, true, isJudged ? unsureLogits : undefined);
    this.#held.clear();
  }

  #letGo(efId: ItemId, { cluster }: Held): void {
    this.#matcher.close(cluster);
    this.#held.delete(efId);
  }
}

const perDatabase = new WeakMap<Sql, OpenFamilies>();

/** Those of a database; empty at first. `root` is the project's, whose tables say what words mean. */
export function openFamiliesOf(sql: Sql, root: string): OpenFamilies {
  const known = perDatabase.get(sql) ?? new OpenFamilies(meaningsIn(root));
  perDatabase.set(sql, known);
  return known;
}
