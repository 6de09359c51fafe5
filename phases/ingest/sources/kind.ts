// What a kind of source is: how its address is made, and how it is read. A kind is one file beside this one, listed in kinds.ts.
import type { Source } from '../../../lib/config/sources.js';
import type { Fetcher, FetchProblem, LastReading } from '../../../lib/feeds/fetch/fetcher.js';
import type { ReadFeed } from '../../../lib/feeds/read/item.js';

/** A row of feeds as a reading needs it. */
export interface FeedRow {
  url: string;
  publisher: string;
  domain: string | null;
  lang: string;
  settings: FeedSettings;
  known: LastReading;
}

/** What a row keeps of its source beyond columns. */
export interface FeedSettings {
  everySeconds?: number;
  allowPrivate?: boolean;
  /** The IANA zone of dates that name none. */
  tz?: string;
  json?: NonNullable<Source['json']>;
}

/** What reading may use. `folder` is where relative paths start. */
export interface Around {
  fetcher: Fetcher;
  folder: string;
  signal: AbortSignal;
  allowPrivate: boolean;
  /** Resolves when no other source with much to parse is being read: call it before parsing what is large. */
  alone: () => Promise<void>;
  /** What time it is. */
  now: () => Date;
  /** The day of --since: what the source can give back to it is wanted. */
  since?: Date | undefined;
}

/** What to remember of a body that was read whole, so that the same one need not be read again. */
export interface Version {
  etag: string | null;
  lastModified: string | null;
  sha256: string | null;
  movedTo: string | null;
}

/** A feed that a list names. */
export interface ListedFeed {
  url: string;
  publisher: string;
  lang: string;
}

/**
 * `more`: not all was read; the source is due again at once, and is read on from where its version says. `isCut`: the connection was cut
 * after the text had ended.
 */
export type SourceReading =
  | { kind: 'read'; read: ReadFeed; more?: true; isCut?: boolean; version: Version; freshForSeconds: number | null; bytes: number }
  | { kind: 'list'; feeds: ListedFeed[]; version: Version; freshForSeconds: number | null; bytes: number }
  | { kind: 'unchanged'; by: '304' | 'hash'; version: Version; freshForSeconds: number | null; bytes: number };

export interface SourceReader {
  /** The address under which a source of this kind is known; also what is fetched, where it is fetched at all. */
  address: (source: Source) => string;
  /** Reads it. Throws FeedUnread with a sentence for what a server, a file or its author did; anything else is our own mistake. */
  read: (row: FeedRow, around: Around) => Promise<SourceReading>;
}

/** A source was not read: `brief` in a few words, the message as a sentence; the rest as fetch problems have it. */
export class FeedUnread extends Error {
  override name = 'FeedUnread';
  constructor(
    sentence: string,
    readonly brief: string,
    readonly problem: Pick<FetchProblem, 'kind' | 'retryAfterSeconds' | 'permanent'> | null = null,
    cause?: unknown,
  ) {
    super(sentence, { cause });
  }
}
