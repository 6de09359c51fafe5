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

const scriptsOf: Record<string, readonly Script[]> = {
  ru: ['Cyrillic'],
  uk: ['Cyrillic'],
  be: ['Cyrillic'],
  bg: ['Cyrillic'],
  mk: ['Cyrillic'],
  kk: ['Cyrillic'],
  ky: ['Cyrillic'],
  mn: ['Cyrillic'],
  tg: ['Cyrillic'],
  sr: ['Cyrillic', 'Latin'],
  ar: ['Arabic'],
  fa: ['Arabic'],
  ur: ['Arabic'],
  ps: ['Arabic'],
  ckb: ['Arabic'],
  ku: ['Arabic', 'Latin'],
  zh: ['Han'],
  ja: ['Han'],
  ko: ['Han'],
  el: ['Greek'],
  he: ['Hebrew'],
  yi: ['Hebrew'],
  hi: ['Devanagari'],
  mr: ['Devanagari'],
  ne: ['Devanagari'],
  am: ['Other'],
  bn: ['Other'],
  gu: ['Other'],
  hy: ['Other'],
  ka: ['Other'],
  km: ['Other'],
  kn: ['Other'],
  lo: ['Other'],
  ml: ['Other'],
  my: ['Other'],
  or: ['Other'],
  pa: ['Other', 'Arabic'],
  si: ['Other'],
  ta: ['Other'],
  te: ['Other'],
  th: ['Other'],
};

const alone = new Set(['zh', 'ja', 'ko', 'el', 'he', 'th', 'ka', 'hy', 'am', 'bn', 'ta', 'te']);

/** Whether the news know no other language in this one's script, so that the script says it all. */
export function servesOneLanguage(base: string): boolean {
  return alone.has(base);
}

/** Whether the title is mainly in a script its language is written in; Latin for those not listed. */
export function fitsScript(title: string, base: string): boolean {
  return (scriptsOf[base] ?? ['Latin']).includes(scriptOf(title));
}

/** Kana is Japanese, Hangul Korean, ideographs without either Chinese; three more scripts serve one language of the news each. */
export function soleLanguage(title: string): string | null {
  switch (scriptOf(title)) {
    case 'Han':
      return /\p{sc=Hangul}/u.test(title) ? 'ko' : /[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(title) ? 'ja' : 'zh';
    case 'Greek':
      return 'el';
    case 'Hebrew':
      return 'he';
    default:
      return null;
  }
}
