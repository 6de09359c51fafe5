// What rules of acts ask of a word beside its grammar: lexicon/groups.tsv lists, language by language, the words that belong together, and a
// rule asks for a group by its name.
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
  'anniversary', // What it is of is no news.
  'halting', // Help behind it is held back.
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
  'press', // Before a colon: a paper, an agency or a firm, by whose word what follows is told.
  'opining', // What stands behind it is feared, hoped, doubted or wanted, and not told.
  'that', // Begins what somebody says.
  'hearsay', // All of its clause is only told.
  'causing', // Has somebody do what closes the clause.
  'idle', // A verb of no act, also with a capital where all words have one: "Tells Putin To Stop Bombing".
  'some', // An article before one of several.
  'oblique', // An article before whom it is done to or given.
  'genitive', // An article before whose it is.
  'owning', // What stands behind it is owned or known to be so.
  'contraband', // What the police seize: it was nobody's state that lost it.
  'counted', // A number that has its noun in the genitive.
  'leader', // A politician by his own name: whom he attacks, or who attacks him, is attacked with words.
  'envoy', // Sits in another land, whose town he is named with.
  'stationed', // What a land has on its soil of another: bases, troops, arms.
  'survivor', // Met by a blow, and told of afterwards.
  'casualty', // That nobody was hurt is told, and not refused.
  'symbol', // What is pulled down, burnt or torn up in protest: nobody is struck.
  'wanted', // One who is seized is arrested.
  'band', // Fighters of nobody named.
  'levy', // What may be lifted up as well as lifted off.
  'site', // What was burnt stands in the town that it is named with.
  'ravage', // What is done to such a site.
  'soldier', // Withdraws where he goes home, and takes a town that he enters.
  'troops', // Pay no visit where they arrive.
  'statesman', // Only travels.
  'chamber', // Votes a government out, and makes law of what others order.
  'traded', // What is halted between two states: nobody is struck.
  'undone', // A word that tells that what stands beside it is over or held back.
  'fruitless', // What talks do that were held and led to nothing.
  'unmade', // A word that tells that what stands beside it will not be, or not yet.
  'rehearsing', // Says that what is named behind it is only practised.
  'withholding', // Says that something is not so, or that somebody shall not have it.
  'grantable', // What one state may give another leave for, or not.
  'mission', // An embassy or consulate: who closed it the land does not say.
  'suffered', // A noun of a blow whose genitive names who is met by it.
  'tried', // A participle that is told of who stands before a court.
  'awaited', // A participle that tells that what stands before it is still to come.
  'confirmed', // One that tells so of what is agreed before it is done: a visit, a deployment, a sale of arms.
  'adding', // Behind a comma: puts what was told before down to who is named behind it.
  'land', // A short name of a country: before a colon it says where, as the long one does.
  'vetoing', // Turns down another's act, or keeps his goods out.
  'narcotic', // What is halted on its way, and was no gift.
  'anywhere', // The land before it may be where it happened.
  'trying', // Tries or charges the politician he is named with, and does not act for him.
  'no-more', // Beside a no: what was handed over till now is so no longer.
  'exported', // What a court keeps back from the state it would go to.
  'body', // Is called by nobody's name: a name behind it is another's.
  'paper', // What strikes whom it names with words or duties alone: a warrant, an inquiry, a tariff.
  'fallen', // Says of one in office that he is so no more, or is on the run: he acts for nobody.
  'ourselves', // Who speaks so speaks of himself.
  'inside', // Behind it is named where something happens.
  'concluding', // Says of a pact that it is there.
  'resuming', // Says of talks that they go on.
  'freeing', // Sets free.
  'downing', // Shoots down what flies: nobody need be met.
  'exiled', // People of a state abroad: they stand up against who rules there.
  'ruler', // Rules his land, or did.
  'swearing', // Takes office.
  'reproach', // What one is accused of by whoever is named with it.
  'claim', // A reproach only where it is told of whoever answers.
  'intruding', // Comes into another's air or waters.
  'border-fire', // A blow across a border, which is his who tells of it.
  'realm', // Whose air and waters are entered.
  'crossing', // Where a border is passed: shut to whoever is named with it.
  'hackers', // Theirs who are named beside them.
  'partisan', // Wins an election of the land it is named with.
  'quelling', // What those in power do to who protests: nobody else does.
  'mediating', // In front, with a name: who is named mediates what is told behind it.
] as const;
export type WordGroup = (typeof groups)[number];

/** The groups a word is in, by its small letters; always the same empty list for one that is in none, as most are. */
export type GroupsOf = (text: string) => readonly WordGroup[];

const none: readonly WordGroup[] = [];
/** The groups of a language's words, of the table in `folder`; a language without rows has none. Throws for the first row that cannot be used. */
export function groupsIn(folder: string, lang: string): GroupsOf {
  const lists: Lists = { whole: new Map(), last: new Map(), begun: new Map(), lastBegun: new Map() };
  for (const row of rowsOf(join(folder, 'groups.tsv'), ['group', 'lang', 'words'])) {
    const group = groups.find((one) => one === row.group);
    if (group === undefined) throw new Error(`groups.tsv: the group "${row.group}" is not known; use one of ${groups.join(', ')}.`);
    if (row.lang === lang || row.lang === 'any') for (const written of row.words.split('|')) addWord(lists, written, group);
  }
  return (text) => {
    const found = lists.whole.get(text) ?? none;
    const more = lists.begun.get(keyOf(text));
    const all = more === undefined ? found : withBegun(found, more, text);
    return lists.last.size === 0 || !(text.includes(' ') || text.includes('-')) ? all : withLast(all, lists, text);
  };
}

/** A beginning that words of a group have, and how many letters may follow it. */
interface Stem {
  stem: string;
  most: number;
  group: WordGroup;
}

interface Lists {
  /** By the word, and beginnings by their first letters. */
  whole: Map<string, readonly WordGroup[]>;
  begun: Map<number, Stem[]>;
  /** Of those that may stand last of several. */
  last: Map<string, readonly WordGroup[]>;
  lastBegun: Map<number, Stem[]>;
}

/** A shorter beginning would fit too much. */
const shortestStem = 2;
/** Endings of names. */
const longestEnding = 3;

function addWord({ whole, last, begun, lastBegun }: Lists, written: string, group: WordGroup): void {
  const isLast = written.startsWith('-');
  const word = isLast ? written.slice(1) : written;
  if (word.endsWith('*')) {
    const stem = word.slice(0, -1);
    if (stem.length < shortestStem) throw new Error(`groups.tsv: "${written}" is too short for a "*"; write out its endings.`);
    const one = { stem, most: isLast ? longestEnding : Number.POSITIVE_INFINITY, group };
    for (const map of isLast ? [begun, lastBegun] : [begun]) map.set(keyOf(stem), [...(map.get(keyOf(stem)) ?? []), one]);
    return;
  }
  for (const form of isLast ? [word, `${word}s`] : [word])
    for (const map of isLast ? [whole, last] : [whole]) map.set(form, [...(map.get(form) ?? none), group]);
}

function withBegun(groups: readonly WordGroup[], stems: readonly Stem[], text: string): readonly WordGroup[] {
  let all = groups;
  for (const { stem, most, group } of stems)
    if (text.length - stem.length <= most && text.startsWith(stem) && !all.includes(group)) all = [...all, group];
  return all;
}

const space = 0x20;
const hyphen = 0x2d;

/** With the groups of the last words of several. */
function withLast(groups: readonly WordGroup[], { last, lastBegun }: Lists, text: string): readonly WordGroup[] {
  let all = groups;
  for (let at = 1; at < text.length; at++) {
    const before = text.charCodeAt(at - 1);
    if (before !== space && before !== hyphen) continue;
    const part = text.slice(at);
    for (const group of last.get(part) ?? none) if (!all.includes(group)) all = [...all, group];
    all = withBegun(all, lastBegun.get(keyOf(part)) ?? [], part);
  }
  return all;
}

/** A number for the first two letters. */
function keyOf(text: string): number {
  return text.charCodeAt(0) * 0x10000 + (text.length > 1 ? text.charCodeAt(1) : 0);
}

interface Grouped {
  text: string;
  groupsOf: GroupsOf;
  /** Found when the first of many rules asks. */
  groups?: readonly WordGroup[] | null;
}

/** Whether a word is in a group; none is where there is no word. */
export function isIn(word: Grouped | undefined, group: WordGroup): boolean {
  if (word === undefined) return false;
  word.groups ??= word.groupsOf(word.text);
  return word.groups.includes(group);
}
