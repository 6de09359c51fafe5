// What a model is shown of one decision of code, and what it says of it.

export const observedKinds = ['gate', 'reading', 'grouping', 'frame'] as const;
export type ObservedKind = (typeof observedKinds)[number];

export const aboutKinds: Readonly<Record<ObservedKind, string>> = {
  gate: 'whether a headline is strategic news',
  reading: 'what a headline tells: who does what to whom',
  grouping: 'whether a headline tells of the happening of its family',
  frame: 'what is stated of how headlines tell it',
};

export interface ObservedHeadline {
  id: string;
  publisher: string;
  lang: string;
  text: string;
}

/** The decision as it is stored with its observation. */
export interface Put {
  /** The one it is about first, where it is about one. */
  headlines: ObservedHeadline[];
  /** What code says, one sentence each: of a reading its acts, of a frame its statements; else none. */
  statements: string[];
  /** What code decided, in a few words: "dropped", "ef:12". */
  decided: string;
}

export interface Observation {
  id: string;
  kind: ObservedKind;
  /** `title:34`, `narrative:7`. */
  subject: string;
  put: Put;
}

/** A word of the headlines that a model goes by where it differs. */
export interface Lacking {
  word: string;
  /** What it would be to the vocabulary: an action, a context that speaks against; of the other kinds only a word. */
  sort: 'mechanisms' | 'contexts' | 'actions' | 'words';
  /** Whether the vocabulary has it already. */
  known: boolean;
  /** Whether the decision would be another with it; null where that cannot be told. */
  changes: boolean | null;
}

/** Where a model differs. */
export interface Difference {
  /** What it says instead. */
  judged: string;
  why: string;
  words: string[];
}
