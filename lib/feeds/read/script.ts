// Takes a title; leaves in which script it is written, and what that says of its language before any detector is asked.

export type Script = keyof typeof scripts;

const scripts = {
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
export function scriptOf(title: string): Script {
  if (!/[^\0-\u024f\u2000-\u206f]/.test(title)) return 'Latin';
  let best: Script = 'Latin';
  let most = 0;
  for (const [script, letters] of Object.entries(scripts) as [Script, RegExp][]) {
    const count = (title.match(letters)?.length ?? 0) * (script === 'Han' ? 3 : 1);
    if (count > most) [best, most] = [script, count];
  }
  return best;
}

/** Languages that are not written in Latin letters, or not only. */
const languagesIn: Partial<Record<Script, string>> = {
  Cyrillic: 'ru uk be bg mk kk ky mn tg sr',
  Arabic: 'ar fa ur ps ckb ku pa sd ug',
  Han: 'zh yue ja ko',
  Greek: 'el',
  Hebrew: 'he yi',
  Devanagari: 'hi mr ne',
  Other: 'am bn gu hy ka km kn lo ml my or pa si ta te th ti',
  Latin: 'sr ku',
};

const scriptsOf = new Map<string, Script[]>();
for (const [script, languages] of Object.entries(languagesIn) as [Script, string][]) {
  for (const language of languages.split(' ')) scriptsOf.set(language, [...(scriptsOf.get(language) ?? []), script]);
}

/** Whether a language is written in the script; Latin for the languages not listed. */
export function isWrittenIn(base: string, script: Script): boolean {
  return scriptsOf.get(base)?.includes(script) ?? script === 'Latin';
}

/** Whether the news know no other language in this one's script, so that the script says it all. */
export function servesOneLanguage(base: string): boolean {
  return alone.has(base);
}

const alone = new Set(['th', 'ka', 'hy', 'am', 'bn', 'ta', 'te']);

/** The language a script alone tells: kana Japanese, Hangul Korean, ideographs without either Chinese - or a headline of the other two. */
export function soleLanguage(title: string, script: Script): string | null {
  if (script === 'Greek') return 'el';
  if (script === 'Hebrew') return 'he';
  if (script !== 'Han') return null;
  return /\p{sc=Hangul}/u.test(title) ? 'ko' : /[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(title) ? 'ja' : 'zh';
}
