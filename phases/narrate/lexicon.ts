// Takes frames/*.yaml from the package's source folder, leaves the frames and a reader that finds their words in a title. Guards that
// every marker is a word as it stands in the title, and that a language's words are looked for in its titles only.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';

/** Words separated by commas, by two-letter language; `*` at an end is any ending or beginning, alone it is up to three words. */
const byLanguage = z.record(z.string(), z.string());
const pole = z.enum(['accuses', 'justifies', 'weighs']);
const poleFile = z.strictObject({
  name: z.string(),
  casts: z.string(),
  frames: z.array(
    z.strictObject({
      frame: z.string(),
      name: z.string(),
      /** Completes "cast it as ...". */
      casts: z.string(),
      /** Completes "these headlines ask ...". */
      asks: z.string(),
      /** Completes "Russia as ...": by the act (initiator and target) or by the sentence (subject and other); null: the frame does not say. */
      roles: z
        .union([z.strictObject({ initiator: z.string(), target: z.string() }), z.strictObject({ subject: z.string(), other: z.string() })])
        .nullable(),
      vector: z.strictObject({
        cause: z.string().nullable(),
        legitimacy: z.string().nullable(),
        intent: z.string().nullable(),
        solution: z.string().nullable(),
        norms: z.string().nullable(),
        temporal: z.string().nullable(),
      }),
      markers: z.strictObject({ verb: byLanguage, evaluative: byLanguage }),
    }),
  ),
});
const wordsFile = z.strictObject({
  hedges: byLanguage,
  temporal: z.array(z.strictObject({ value: z.string(), words: byLanguage })),
});

/** What kin frames share: they blame, they justify, or they weigh what comes of it. */
export type Pole = z.infer<typeof pole>;
export type Frame = Omit<z.infer<typeof poleFile>['frames'][number], 'markers'> & { pole: Pole };

/** Words of a title that show a frame or a hedge, as they stand there. */
export interface Markers {
  verbs: string[];
  hedges: string[];
  evaluatives: string[];
}

export interface Reading {
  /** By frame; only frames whose words stand in the title. */
  frames: Map<string, { verbs: string[]; evaluatives: string[] }>;
  hedges: string[];
  temporal: string | null;
}

export interface Lexicon {
  /** As lexiconVersion gives it. */
  version: string;
  frames: readonly Frame[];
  poles: ReadonlyMap<Pole, { name: string; casts: string }>;
  read: (title: string, lang: string) => Reading;
}

const words = 'words.yaml';
let known: Lexicon | undefined;

/** First 12 hexadecimal digits of the SHA-256 of the files: changes when a word changes. Reads but does not parse them, which takes long. */
export function lexiconVersion(root: string): string {
  return versionOf(folderIn(root));
}

/** The lexicon that stands beside the phase under the project's root, read when it is first needed. Throws what is wrong with which file. */
export function frameLexicon(root: string): Lexicon {
  known ??= readLexicon(folderIn(root));
  return known;
}

function folderIn(root: string): string {
  return join(root, 'phases/narrate/frames');
}

function versionOf(folder: string): string {
  const hash = createHash('sha256');
  for (const name of [...pole.options.map((one) => `${one}.yaml`), words]) hash.update(readFileSync(join(folder, name)));
  return hash.digest('hex').slice(0, 12);
}

type Finder = (title: string, lang: string) => string[];

/** Reads and compiles the lexicon of a folder; throws what is wrong with which file. Earlier frames win ties. */
export function readLexicon(folder: string): Lexicon {
  const files = pole.options.map((name) => ({ pole: name, ...readFile(join(folder, `${name}.yaml`), poleFile) }));
  const { hedges, temporal } = readFile(join(folder, words), wordsFile);
  const frames = files.flatMap((one) => one.frames.map((frame) => ({ ...frame, pole: one.pole })));
  const finders = frames.map(({ frame, markers }) => ({ frame, verbs: finder(markers.verb), evaluatives: finder(markers.evaluative) }));
  const hedging = finder(hedges);
  const timing = temporal.map(({ value, words }) => ({ value, find: finder(words) }));
  return {
    version: versionOf(folder),
    frames: frames.map(({ markers: _, ...frame }) => frame),
    poles: new Map(files.map(({ pole, name, casts }) => [pole, { name, casts }])),
    read: (title, lang) => {
      const found = finders.flatMap(({ frame, verbs, evaluatives }) => {
        const done = verbs(title, lang);
        const marked = { verbs: done, evaluatives: evaluatives(title, lang).filter((word) => !done.some((verb) => verb.includes(word))) };
        return marked.verbs.length + marked.evaluatives.length > 0 ? [[frame, marked] as const] : [];
      });
      return {
        frames: new Map(found),
        hedges: hedging(title, lang),
        temporal: timing.find(({ find }) => find(title, lang).length > 0)?.value ?? null,
      };
    },
  };
}

function readFile<T>(path: string, shape: z.ZodType<T>): T {
  const parsed = shape.safeParse(parse(readFileSync(path, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new Error(`${path} cannot be used: ${z.prettifyError(parsed.error)} Correct it and run again.`);
}

/**
 * Finds the words of a title's language, or of every language where it has none in the lexicon; each once, as written there.
 * Patterns are made when their language is first met: a run with nothing to do makes none.
 */
function finder(words: Readonly<Record<string, string>>): Finder {
  const patterns = new Map<string, RegExp>();
  const patternOf = (lang: string): RegExp => {
    const known = patterns.get(lang) ?? pattern(words[lang] ?? '');
    patterns.set(lang, known);
    return known;
  };
  return (title, lang) => {
    const own = lang.slice(0, 2).toLowerCase();
    const text = lowered(title);
    const hits = (own in words ? [own] : Object.keys(words)).flatMap((one) => [...text.matchAll(patternOf(one))]);
    return [...new Set(hits.map((hit) => title.slice(hit.index, hit.index + hit[0].length)))];
  };
}

/** One pattern for a list: whole words, `*` any letters, longest first. Chinese words stand anywhere. Classes of letters are written rarely: they are slow to compile. */
function pattern(list: string): RegExp {
  const words = list
    .split(',')
    .map((word) => lowered(word.trim()))
    .filter((word) => word !== '')
    .sort((a, b) => b.length - a.length);
  const source = (word: string): string =>
    word
      .replaceAll(/[.$^+?()[\]{}|\\/]/g, '\\$&')
      .replaceAll(/['’]/g, "['’]")
      .replaceAll(' * ', '\\s(?:\\S+\\s){1,3}')
      .replaceAll('*', '[^\\s\\p{P}\\p{S}]*')
      .replaceAll(' ', '\\s');
  const bounded = words.filter((word) => !/^\p{Script=Han}/u.test(word)).map(source);
  const free = words.filter((word) => /^\p{Script=Han}/u.test(word)).map(source);
  const parts = [...(bounded.length > 0 ? [`(?<![\\p{L}\\p{N}])(?:${bounded.join('|')})(?![\\p{L}\\p{M}])`] : []), ...free];
  return new RegExp(parts.join('|'), 'gu');
}

/** Lower case, each letter where it stood; patterns without the flag `i` compile far faster. */
function lowered(text: string): string {
  return text.replaceAll(/\p{Lu}/gu, (letter) => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter));
}
