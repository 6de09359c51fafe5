// Patterns of headlines in seven languages, and what English sentences may and may not say of them, each put with the names of several parties.
// A block of a file in patterns/ is one happening: headlines by their languages, then sentences, "+" before a truth and the kind of lie before
// a lie; {A} {B} {C} are the parties, {a} and {A3} other forms of a name, as patterns/names.tsv has them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { checkClaims } from '../../support/evidence.js';

const folder = join(import.meta.dirname, 'patterns');
const languages = ['en', 'de', 'es', 'fr', 'ru', 'zh', 'ar'];

interface Happening {
  headlines: readonly { lang: string; pattern: string }[];
  sentences: readonly { kind: string; pattern: string }[];
}

/** Parties of a row of names: the forms of each. */
type Parties = readonly (readonly string[])[];

function rowsOf(text: string): [string, string][] {
  return text
    .split('\n')
    .filter((row) => row !== '' && !row.startsWith('#'))
    .map((row) => {
      const [key = '', ...rest] = row.split('\t');
      return [key, rest.join('\t')];
    });
}

/** The happenings of all files. */
export function readHappenings(): Happening[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.txt'));
  return files.flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .trim()
      .split(/\n{2,}/)
      .map((block) => {
        const rows = rowsOf(block);
        return {
          headlines: rows.filter(([key]) => languages.includes(key)).map(([lang, pattern]) => ({ lang, pattern })),
          sentences: rows.filter(([key]) => !languages.includes(key)).map(([kind, pattern]) => ({ kind, pattern })),
        };
      }),
  );
}

/** Names by language; rows of the same place name the same parties. */
function readNames(): ReadonlyMap<string, Parties[]> {
  const names = new Map<string, Parties[]>();
  for (const [, rest] of rowsOf(readFileSync(join(folder, 'names.tsv'), 'utf8'))) {
    const [lang = '', ...parties] = rest.split('\t');
    names.set(lang, [...(names.get(lang) ?? []), parties.map((party) => party.split('|').slice(1))]);
  }
  return names;
}

/** "{A}" is the first form of the first party, "{a}" the second, "{A3}" the third. */
function filled(pattern: string, parties: Parties): string {
  const text = pattern
    .replace(/\{([A-Ca-c])(\d?)\}/g, (_, letter: string, form: string) => {
      const at = form === '' ? (letter === letter.toUpperCase() ? 0 : 1) : Number(form) - 1;
      return parties['ABC'.indexOf(letter.toUpperCase())]?.[at] ?? expect.fail(`${pattern}: no form ${letter}${form}`);
    })
    .replace(/\bde le /g, 'du ')
    .replace(/\bà le /g, 'au ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A sentence on a headline of one language that is judged wrongly with the names of some parties. */
export interface Wrong {
  lang: string;
  kind: string;
  headline: string;
  sentence: string;
}

/** How many sentences were judged, and what is judged wrongly; `sets`: with how many sets of names each is put, `every`: of how many headlines one. */
export function judged(sets: number, every = 1): { truths: number; lies: number; wrong: Wrong[] } {
  const names = readNames();
  const english = names.get('en') ?? [];
  const found = { truths: 0, lies: 0, wrong: [] as Wrong[] };
  for (const [place, { headlines, sentences }] of readHappenings().entries())
    for (const { lang, pattern } of headlines.filter((_, at) => (place + at) % every === 0))
      for (const { kind, pattern: sentence } of sentences) {
        if (kind === '+') found.truths++;
        else found.lies++;
        const isWrong = (parties: Parties, at: number): boolean => {
          const source = { id: 't1', text: filled(pattern, parties), lang, outlets: ['Post'] };
          const claim = { field: 'sentence', text: filled(sentence, english[at] ?? []), cites: ['t1'] };
          return checkClaims([claim], [source]).length > 0 === (kind === '+');
        };
        if ((names.get(lang) ?? []).slice(0, sets).some(isWrong)) found.wrong.push({ lang, kind, headline: pattern, sentence });
      }
  return found;
}

/** What is known to be judged wrongly: rows of patterns/wrong.tsv as they stand. */
export function knownWrong(): ReadonlySet<string> {
  const rows = readFileSync(join(folder, 'wrong.tsv'), 'utf8').split('\n');
  return new Set(rows.filter((row) => row !== '' && !row.startsWith('#')));
}

/** As a row of patterns/wrong.tsv. */
export function rowOf({ lang, kind, headline, sentence }: Wrong): string {
  return [lang, kind, headline, sentence].join('\t');
}
