// The script of a title, and what it tells of the language before any detector is asked.
import type { Script } from '../../language/language.js';
import { languages } from '../../language/languages.js';

/** As far as letters alone tell it: kana, Hangul and ideographs, which stand in one headline, are "Han". */
export type FeedScript = Exclude<Script, 'Japanese' | 'Korean'>;

const scripts: Record<FeedScript, RegExp> = {
  Latin: /\p{sc=Latin}/gu,
  Cyrillic: /\p{sc=Cyrillic}/gu,
  Arabic: /\p{sc=Arabic}/gu,
  Han: /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Bopomofo}]/gu,
  Greek: /\p{sc=Greek}/gu,
  Hebrew: /\p{sc=Hebrew}/gu,
  Devanagari: /\p{sc=Devanagari}/gu,
  Other:
    /(?![\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Arabic}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Greek}\p{sc=Hebrew}\p{sc=Devanagari}])\p{L}/gu,
};

/** The script most letters have; ideographs count threefold, as each is a word's part. */
export function scriptOf(title: string): FeedScript {
  if (!/[^\0-\u024f\u2000-\u206f]/.test(title)) return 'Latin';
  let best: FeedScript = 'Latin';
  let most = 0;
  for (const [script, letters] of Object.entries(scripts) as [FeedScript, RegExp][]) {
    const count = (title.match(letters)?.length ?? 0) * (script === 'Han' ? 3 : 1);
    if (count > most) [best, most] = [script, count];
  }
  return best;
}

/** Languages that the table does not have, and second scripts of those it has. */
const furtherIn: Partial<Record<FeedScript, string>> = {
  Cyrillic: 'be mk kk ky mn tg sr',
  Arabic: 'ur ps ckb ku pa sd ug',
  Han: 'yue',
  Greek: 'el',
  Hebrew: 'yi',
  Devanagari: 'ne',
  Other: 'am bn gu hy ka km kn lo ml my or pa si ta te th ti',
  Latin: 'sr ku',
};

const scriptsOf = new Map<string, FeedScript[]>();
for (const { code, script } of languages) scriptsOf.set(code, [countedAs(script)]);
for (const [script, further] of Object.entries(furtherIn) as [FeedScript, string][])
  for (const language of further.split(' ')) scriptsOf.set(language, [...(scriptsOf.get(language) ?? []), script]);

function countedAs(script: Script): FeedScript {
  return script === 'Japanese' || script === 'Korean' ? 'Han' : script;
}

/** Whether a language is written in the script; Latin for the languages not listed. */
export function isWrittenIn(base: string, script: FeedScript): boolean {
  return scriptsOf.get(base)?.includes(script) ?? script === 'Latin';
}

/** Whether the news know no other language in this one's script, so that the script says it all. */
export function servesOneLanguage(base: string): boolean {
  return alone.has(base);
}

const alone = new Set(['th', 'ka', 'hy', 'am', 'bn', 'ta', 'te']);

/** The language a script alone tells: kana Japanese, Hangul Korean, ideographs without either Chinese - or a headline of the other two. */
export function soleLanguage(title: string, script: FeedScript): string | null {
  if (script === 'Greek') return 'el';
  if (script === 'Hebrew') return 'he';
  if (script !== 'Han') return null;
  return /\p{sc=Hangul}/u.test(title) ? 'ko' : /[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(title) ? 'ja' : 'zh';
}
