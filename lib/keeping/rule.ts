// What a rule of keeping is: what it lets go of, a step at a time. A step takes no more rows than a moment's work and is one transaction,
// so a run that is killed has lost nothing but its last step.
import type { Sql, TransactionSql } from 'postgres';
import type { KeptKind } from '../config/keeping.js';

/** Rows that one step looks at. */
export const stepRows = 2000;

export interface KeepingRule {
  /** Its key in the settings. */
  kind: KeptKind;
  /** What goes, in words: "the text of dropped titles". */
  what: string;
  /** How many rows would go now. */
  waiting: (sql: Sql, days: number) => Promise<number>;
  /** `after` is what the step before left in `next`, null at first. */
  step: (sql: Sql, days: number, after: string | null, archive: Archive) => Promise<KeepingStep>;
}

export interface KeepingStep {
  /** Rows that went. */
  gone: number;
  /** Where the next step begins; null when nothing is left for one. */
  next: string | null;
}

/** Takes titles that are about to go; resolves when they are on disk. Does nothing where no archive is wished. */
export type Archive = (titles: readonly ArchivedTitle[]) => Promise<void>;

/** A title as "sni import" takes it back. */
export interface ArchivedTitle {
  title: string;
  url: string | null;
  publisher: string;
  publisher_domain: string | null;
  lang: string;
  description: string | null;
  published_at: Date;
}

/** What an archive keeps of a title. */
export const archivedColumns = (sql: Sql | TransactionSql) =>
  sql`title_original as title, url, publisher_name as publisher, publisher_domain, lang, description, published_at`;

/** The moment before which rows go. */
export const cutoff = (sql: Sql | TransactionSql, days: number) => sql`now() - make_interval(days => ${days})`;
