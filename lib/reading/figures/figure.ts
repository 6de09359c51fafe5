// What a figure of a headline is.

export const qualifiers = ['exact', 'at_least', 'up_to', 'about', 'fewer_than', 'range'] as const;
export type Qualifier = (typeof qualifiers)[number];

export interface Figure {
  /** Multiplied out: "1.5 lakh crore" is 1.5e12. The lower end of a range. */
  value: number;
  /** "people", "km", "%", or a currency by its ISO 4217 code. */
  unit: string;
  /** What is counted, in one English word: "killed", "troops", "aid". */
  what: string;
  qualifier: Qualifier;
  /** The upper end; only of a range. */
  upper?: number;
  /** Where its text begins and ends in the title, in UTF-16 units. */
  start: number;
  end: number;
}
