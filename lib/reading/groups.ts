// What rules of acts ask of a word beside its grammar: lexicon/groups.tsv lists, language by language, the words that belong together. Each word
// of a title is looked up once, and a rule asks for a group by its name.
import { join } from 'node:path';
import { rowsOf } from './text/table.js';

const groups = [
  'coast', // Whose coast ships are sent to.
  'warship', // What a state sends to a coast.
  'mediator', // As such somebody named has no part in what is done.
  'negotiator', // A negotiator or mediator: the town he is named with is where he sits.
  'held', // A participle whose agent behind "by" holds what is struck.
  'loyal', // Whom they stand by did not send them.
  'crowd', // They protest where others strike.
  'foiling', // Keeps from happening what is named beside it.
  'catching', // Shoots out of the sky what flies, and seizes what sails.
  'flying', // Seized by nobody.
  'hosting', // Has on its soil what is named behind it, and pays no visit.
  'aspect', // A verb that says of another only how far it has come.
  'merchantman', // A ship that trades: whose flag it flies is not at war.
  'deniable', // Who says that there is none of it denies it.
  'refusable', // What one has a say in: who says that there is none of it refuses or denies it.
  'citizen', // One person of a state, who stands for nobody.
  'rebel', // Fights the state he is named with.
  'hostage', // Is held against the law, by whoever is not the state that frees him.
  'crime', // Whose town it is named for did not do it.
  'deed', // A deed of nobody named that a state as a rule suffers.
  'border', // A border, which is his who tells of it.
  'at-sea', // What a state meets far from anybody who could tell of it but himself.
  'teller', // A body that is no actor and tells of what others do.
  'contraband', // What the police seize: it was nobody's state that lost it.
  'counted', // A number that has its noun in the genitive.
] as const;
export type Group = (typeof groups)[number];

/** The groups a word is in, by its small letters; always the same empty list for one that is in none, as most are. */
export type GroupsOf = (text: string) => readonly Group[];

const none: readonly Group[] = [];
/** A shorter beginning would fit too much. */
const shortestStem = 2;

/** The groups of a language's words, of the table in `folder`; a language without rows has none. Throws for the first row that cannot be used. */
export function groupsIn(folder: string, lang: string): GroupsOf {
  const words = new Map<string, readonly Group[]>();
  /** By their first letters, the beginnings that words of a group have. */
  const stems = new Map<number, { stem: string; group: Group }[]>();
  for (const row of rowsOf(join(folder, 'groups.tsv'), ['group', 'lang', 'words'])) {
    const group = groups.find((one) => one === row.group);
    if (group === undefined) throw new Error(`groups.tsv: the group "${row.group}" is not known; use one of ${groups.join(', ')}.`);
    if (row.lang !== lang) continue;
    for (const written of row.words.split('|')) {
      if (!written.endsWith('*')) words.set(written, [...(words.get(written) ?? none), group]);
      else if (written.length <= shortestStem) throw new Error(`groups.tsv: "${written}" is too short for a "*"; write out its endings.`);
      else {
        const key = keyOf(written);
        stems.set(key, [...(stems.get(key) ?? []), { stem: written.slice(0, -1), group }]);
      }
    }
  }
  return (text) => {
    const whole = words.get(text) ?? none;
    const open = stems.get(keyOf(text));
    if (open === undefined) return whole;
    const begun = open.flatMap(({ stem, group }) => (text.startsWith(stem) ? [group] : []));
    return begun.length === 0 ? whole : [...whole, ...begun];
  };
}

/** A number for the first two letters. */
function keyOf(text: string): number {
  return text.charCodeAt(0) * 0x10000 + (text.length > 1 ? text.charCodeAt(1) : 0);
}

/** Whether a word is in a group; none is where there is no word. */
export function isIn(word: { groups: readonly Group[] } | undefined, group: Group): boolean {
  return word !== undefined && word.groups.length > 0 && word.groups.includes(group);
}
