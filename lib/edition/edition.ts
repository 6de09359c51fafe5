// One edition of the brief as data: what the store holds of a span of time. Markdown, text, mail and pages are all rendered from it, and
// nothing stands in it that is not stored.
export interface Edition {
  /** ISO 8601; the beginning belongs to it, the end does not. */
  since: string;
  until: string;
  timeZone: string;
  /** Null: all theaters. */
  theater: string | null;
  /** The watchlist it is of; missing: all. */
  watch?: string;
  /** Most important first. */
  stories: Story[];
  /** Families of the span beyond those that are told. */
  more: number;
  gaps: Gaps;
  footer: Footer;
  /** Against the edition that was kept before it; missing where there is none. */
  changes?: Changes;
}

/** How a story stands: founded in the span; told more than before; told less; not told any more. */
type StoryState = 'new' | 'growing' | 'continuing' | 'fading';

export interface Story {
  ef: string;
  state: StoryState;
  title: string;
  theater: string;
  theaterName: string;
  eventType: string;
  /** Null until the family was enriched. */
  importance: number | null;
  importanceWhy: { what: string; points: number }[];
  firstAt: string;
  lastAt: string;
  /** Headlines and outlets in all; `inSpan` headlines of them in this edition's. */
  titles: number;
  inSpan: number;
  outlets: string[];
  langs: string[];
  acts: StoryAct[];
  /** `words`: how a headline calls people of no kind that is known. */
  figures: {
    what: string;
    unit: string;
    words?: string;
    course: { value: number; upper?: number; qualifier: string; at: string; outlets: string[] }[];
  }[];
  disputed: { question: string; answers: { answer: string; outlets: string[] }[] }[];
  /** What most tell and these do not. */
  silent: { told: string; missing: string[] }[];
  frames: Frame[];
  /** Words that take a side, in small letters, with the outlets that use them as their own; missing in editions kept before. */
  wordings?: { word: string; outlets: string[] }[];
  links: Link[];
  /** The earlier family whose happening goes on in this one. */
  continues: { ef: string; title: string } | null;
  madeBy: string[];
  /** Names of watchlists it is on; missing where it is on none. */
  watched?: string[];
}

export interface StoryAct {
  /** Who does what to whom: "an attack by Russia on Ukraine". */
  text: string;
  outlets: string[];
  basis: string;
  onlyStateMediaOf: string | null;
}

export interface Frame {
  title: string;
  outlets: string[];
  statements: string[];
  /** To the letter. */
  quotes: (Link & { quote: string })[];
  basis: string;
}

/** A headline where it stands; `url` is null where it has none that may be followed. */
export interface Link {
  outlet: string;
  lang: string;
  title: string;
  url: string | null;
  at: string;
}

export interface Gaps {
  /** Acts that only the state media of one country tell. */
  oneSided: { ef: string; title: string; of: string }[];
  /** Families that one outlet alone tells. */
  oneOutlet: number;
  /** Strategic titles of the span in no family yet. */
  unplaced: number;
}

export interface Footer {
  /** `due`: were to be read by the end of the time, and were not. Missing in editions that were kept before it was counted, as is `stale`. */
  feeds: { all: number; read: number; due?: number; failing: number; silent: number };
  titles: { taken: number; kept: number; dropped: number; pending: number };
  langs: { lang: string; titles: number }[];
  countries: { country: string; titles: number }[];
  /** Headlines kept, by the hours of the span, the first hour first. */
  hours: number[];
  /** How many families of the edition rules or which model described. */
  makers: { maker: string; families: number }[];
  /** In the whole store, by phase: items that were done by another version than that of the newest run. */
  stale?: { phase: string; items: number }[];
}

export interface Change {
  ef: string;
  title: string;
  /** Sentences such as “TASS and RT call it “sabotage””, each in parts: what is quoted, and who says so. */
  news: News[];
}

export type News =
  /** Outlets that use the word now, and did not. */
  | { kind: 'word'; word: string; outlets: string[] }
  /** An act that is told now, or by further outlets; `isNew` where nobody told it. */
  | { kind: 'act'; text: string; outlets: string[]; isNew: boolean }
  | { kind: 'figure'; what: string; unit: string; now: string; before: string | null; outlets: string[] }
  | { kind: 'dispute'; question: string };

export interface Changes {
  /** The number of the earlier edition and when it ended, ISO 8601. */
  edition: string;
  until: string;
  stories: Change[];
}
