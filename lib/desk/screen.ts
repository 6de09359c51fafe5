// Where a command prints. A pipe gets plain, uncut text; a terminal gets its width, and colours unless NO_COLOR says otherwise.
import colors from 'picocolors';
import { jsonText } from './clean.js';
import { fitted } from './wrapped.js';

export type Colors = ReturnType<typeof colors.createColors>;

export interface Screen {
  /** Columns of the terminal; null in a pipe or file, where nothing is cut or wrapped. */
  columns: number | null;
  colors: Colors;
  /** Prints one or more lines, on a terminal broken between words where they are longer than it is wide: what comes from outside must have been cleaned. */
  print: (text?: string) => void;
  /** Prints one JSON document: indented on a terminal, one line elsewhere. */
  json: (value: unknown) => void;
  /** Replaces the line the cursor is on, without ending it; does nothing where there is no terminal. */
  overwrite: (text: string) => void;
  /** Prints a text to the letter, such as a file's. */
  write: (text: string) => void;
  /** Says a line beside the answer, on standard error. */
  note: (text: string) => void;
  /** Ends the command with this code though it throws nothing. */
  end: (exitCode: number) => void;
  exitCode: () => number;
}

export interface Stream {
  write: (text: string) => unknown;
  isTTY?: boolean;
  columns?: number;
}

const widthWhenUnknown = 80;

/** The screen on a stream, with another for notes. `colourful` says whether colour is wanted where there is a terminal. */
export function makeScreen(stream: Stream, notes: Stream = stream, colourful: boolean = colors.isColorSupported): Screen {
  const terminal = stream.isTTY === true;
  const columns = terminal ? stream.columns || widthWhenUnknown : null;
  const lines = (text: string): string => `${columns === null ? text : fitted(text, columns)}\n`;
  let code = 0;
  return {
    columns,
    // A pipe is plain even where CI or FORCE_COLOR would colour it.
    colors: colors.createColors(terminal && colourful),
    print: (text = '') => stream.write(lines(text)),
    json: (value) => stream.write(`${jsonText(value, terminal ? 2 : undefined)}\n`),
    overwrite: (text) => {
      if (terminal) stream.write(`\r\u001b[2K${text}`);
    },
    write: (text) => stream.write(text),
    note: (text) => notes.write(`${text}\n`),
    end: (exitCode) => {
      code = exitCode;
    },
    exitCode: () => code,
  };
}
