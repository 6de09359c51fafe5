// Which words of a headline are its own, somebody's, or only talked about; and what it quotes.
import { tokensOf } from '../../lib/reading/text/tokens.js';
import { quotesOf } from '../../lib/reading/wording/quotes.js';
import type { ActiveMember } from './family.js';

export interface Marks {
  /** Loaded words outside quotation marks that the headline writes on its own word, to the letter. */
  loaded: string[];
  /** Loaded words outside quotation marks that it ascribes to somebody, to the letter. */
  ascribed: string[];
  /** What somebody's words are in quotation marks, to the letter; no names of things. */
  quoted: string[];
  /** All that stands in quotation marks. */
  passages: string[];
}

/** All empty where the headline marks nothing, or was not read. */
export function marksOf({ title, wording, lang }: ActiveMember): Marks {
  const passages = passagesIn(title);
  const outside = (words: readonly string[]): string[] =>
    words.filter((word) => !passages.some((passage) => passage.includes(word) || word.includes(passage)) && !isTalkedAbout(title, word));
  const own = outside(wording?.loaded ?? []);
  const given = outside(wording?.hedged ? wording.quotedLoaded : []).filter((word) => !/[:：]/u.test(title.slice(0, title.indexOf(word))));
  return {
    loaded: own.filter((word) => !maySomebodySay(title, word)),
    ascribed: [...new Set([...given, ...own.filter((word) => saysABody(title, word))])],
    quoted: passages.filter((passage) => !isName(passage, title, lang)),
    passages,
  };
}

/** What stands between quotation marks, in order, each once. */
function passagesIn(title: string): string[] {
  const tokens = tokensOf(title);
  const inside = quotesOf(tokens).map(({ from, to }) => title.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0));
  return [...new Set(inside.map((words) => words.replace(/[,;:]$/u, '')))].filter((words) => words !== '');
}

/** A word that is only spoken of: what it means, who studies it, what somebody is charged with. */
function isTalkedAbout(title: string, word: string): boolean {
  const at = title.indexOf(word);
  const before =
    /(?:meaning|definition|term|word|notion|concept|charges?|accus\p{L}+|claims?|allegations?|study|studies) (?:of|the|about|on)\s+(?:the )?$/iu;
  const behind =
    /^\s+(?:scholars?|researchers?|experts?|studies|claims?|charges?|accusations?|allegations?|convention|case|trial|denial|remembrance)(?!\p{L})/iu;
  return before.test(title.slice(0, at)) || behind.test(title.slice(at + word.length));
}

const speech =
  /(?<!\p{L})(?:says?|said|claims?|claimed|warns?|warned|finds?|found|argues?|insists?|alleges?|tells?|told|reports?|according to [^,:]+|sag(?:t|en)|laut [^,:]+|dit|disent|affirme(?:nt)?|selon [^,:]+|dice[n]?|según [^,:]+|заявил\p{L}*|сообщил\p{L}*|по словам [^,:]+)[.!\s]*$/iu;
const mostWordsOfSpeaker = 9;
const small = /^(?:of|the|for|and|in|on|to|de|la|le|les|du|des|del|der|die|das|und|für|von|et|y|&|–|-)$/iu;

/** Behind the last colon or dash: who may be speaking; null where nobody can be. */
function speakerBehind(title: string, word: string): string | null {
  const found = /(?:[:：]|\s[-–—]{1,2}|——)\s*([^:：–—]+)$/u.exec(title);
  if (found === null || found.index < title.indexOf(word)) return null;
  const words = (found[1] ?? '').trim().split(/\s+/u);
  const isNamed = words.every((one) => small.test(one) || /^[\p{Lu}\p{N}\p{Script=Han}“‘'"(]/u.test(one));
  return words.length <= mostWordsOfSpeaker && (isNamed || words.length <= 3) ? words.join(' ') : null;
}

function maySomebodySay(title: string, word: string): boolean {
  return speakerBehind(title, word) !== null || (speech.test(title) && title.indexOf(word) < title.search(speech));
}

const body =
  /(?<!\p{L})(?:association|committee|commission|institute|council|ministry|ministers?|office|organi[sz]ation|agency|union|court|group|NGO|officials?|spokes\p{L}+|president|premier|army|police|experts?|scholars?|analysts?)(?!\p{L})/iu;

/** Whether a body or an office is surely who says it: it stands behind a colon or dash, or the headline ends with it saying so. */
function saysABody(title: string, word: string): boolean {
  const speaker = speakerBehind(title, word);
  if (speaker !== null) return body.test(speaker);
  const end = title.search(speech);
  return (
    end > title.indexOf(word) &&
    title.slice(title.indexOf(word), end).includes(',') &&
    body.test(title.slice(title.lastIndexOf(',', end), end))
  );
}

const brand = /^(?:made in \p{Lu}|coalition (?:des|of|der)|world of )/iu;

/** The name of a thing, a project or a coalition: a few words with capitals in a headline that is not written so itself. */
function isName(passage: string, title: string, lang: string): boolean {
  if (brand.test(passage)) return true;
  const words = passage.split(/\s+/u);
  if (words.length > 3 || (lang.startsWith('de') && words.length === 1)) return false;
  if (!words.every((word) => /^[\p{Lu}\p{N}]/u.test(word))) return false;
  // The first word of a headline, or of a part of it, has a capital whatever it is; Russian puts firms and ships in quotation marks.
  if (words.length === 1 && !/^(?:ru|uk)/.test(lang) && /(?:^|[:–—-]\s*)\P{L}*$/u.test(title.slice(0, title.indexOf(passage))))
    return false;
  const others = title.replace(passage, ' ').match(/\p{L}{4,}/gu) ?? [];
  return others.filter((word) => /^\p{Lu}/u.test(word)).length <= others.length * 0.6;
}
