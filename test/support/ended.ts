// What a run said and how it ended.

export type Line = Record<string, unknown> & { event: string };

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  lines: Line[];
  stderr: string;
  /** The last line, which a run that was not killed ends with. */
  finished: Line | undefined;
}
