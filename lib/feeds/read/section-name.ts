// The name of a section or a topic at the end of a title is no part of the headline: "Talks fail | World News", "Talks fail - International
// - World". What follows a bar is a name where it is short; what follows a dash only where it is a known one, for a dash also names who says it.

const sections = [
  'world|world news|latest news|latest news india|news|international|region|foreign affairs|politics|business|economy|energy|europe|focus|sports?',
  'war on gaza|war in ukraine|national|defense|defence|diplomacy',
  'politik|ausland|inland|wirtschaft|monde|politique|économie|mundo|internacional|política|economía|мир|политика|экономика',
].join('|');
const afterDash = new RegExp(`\\s+-\\s+(?:${sections})$`, 'iu');
const afterBar = /\s+[|｜]\s+(\S+(?:\s+\S+){0,2})$/u;
/** What a headline is, which its reader wants to know: a live page, a column, a film. */
const kinds =
  /live|blog|ticker|updates?|opinion|op-ed|analys|comment|editorial|explain|quiz|video|podcast|watch|photos|interview|meinung|kommentar|avis|tribune|direct|vivo|directo|opinión|análisis|мнение|анализ|онлайн|видео/iu;

/** So many words a headline has at least: "Live | Trump meets Putin" begins with the shorter part. */
const leastWords = 4;

/** The title without the sections and topics at its end; one that would be left with fewer than four words stays. */
export function withoutSections(title: string): string {
  let rest = title;
  for (;;) {
    const cut = afterDash.exec(rest) ?? shortName(rest);
    const head = cut === null ? '' : rest.slice(0, cut.index);
    if (head.split(/\s+/u).length < leastWords) return rest;
    rest = head;
  }
}

/** A name of at most three words behind a bar; null where it says of what kind the headline is, or tells something itself. */
function shortName(title: string): RegExpExecArray | null {
  const cut = afterBar.exec(title);
  const name = cut?.[1] ?? '';
  return /^[\p{Lu}\p{N}]/u.test(name) && !/[:?!“”"«»]/u.test(name) && !kinds.test(name) ? cut : null;
}
