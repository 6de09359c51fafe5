// Whether a sentence turns the two ends of a way or of a change: "from Alabama to Colorado" of a headline that tells of a move from Colorado to
// Alabama, "raised it from seven to five".
import { sameName } from './sounds.js';
import type { Told } from './told.js';

/** From where, and whither, in each language; the words between are the first end. */
const ways: Readonly<Record<string, readonly [RegExp, RegExp]>> = {
  en: [/^from$/, /^(?:to|into)$/],
  de: [/^(?:von|vom|aus)$/, /^(?:nach|auf|zu|zum|zur|in)$/],
  es: [/^(?:de|del|desde)$/, /^(?:a|al|hasta|hacia)$/],
  fr: [/^(?:de|du|des|d|depuis)$/, /^(?:a|au|aux|vers)$/],
  ru: [/^(?:из|с|со|от)$/, /^(?:в|во|на|до|к)$/],
  ar: [/^من$/, /^(?:الي|الى)$/],
};
const zh = /从([^，。；：]{1,10}?)(?:迁往|迁至|转移到|调往|运往|升至|降至|增至|提高到|下调至|上调至|到|至)([^，。；：]{1,10})/u;

/** What may stand between the two words that name the ends. */
const mostBetween = 4;

/** The words of the one end and of the other, folded. */
type Ends = readonly [readonly string[], readonly string[]];

function endsOf({ words, lang, text }: Told): Ends[] {
  if (lang === 'zh') {
    const found = zh.exec(text);
    return found ? [[[found[1] ?? ''], [found[2] ?? '']]] : [];
  }
  const [from, to] = ways[lang] ?? [];
  if (!from || !to) return [];
  return words.flatMap(({ plain }, at): Ends[] => {
    if (!from.test(plain)) return [];
    const behind = words.findIndex((word, index) => index > at + 1 && index <= at + 1 + mostBetween && to.test(word.plain));
    if (behind < 0 || /[,;:.]\s/.test(text.slice(words[at]?.end ?? 0, words[behind]?.start))) return [];
    const named = (first: number, last: number): string[] =>
      words.slice(first, last).flatMap(({ text: one, plain: small }) => (/^\d/.test(one) || small.length > 2 ? [one] : []));
    return [[named(at + 1, behind), named(behind + 1, behind + 1 + 2)]];
  });
}

function meet(mine: readonly string[], theirs: readonly string[], title: Told): boolean {
  return mine.some((one) =>
    theirs.some(
      (other) =>
        one === other ||
        (/^\p{Lu}/u.test(one) && (sameName(one, other) || (title.lang === 'zh' && title.reads(one) && isReadIn(one, other, title)))),
    ),
  );
}

/** Of a Chinese title only the end is asked that the name is read in. */
function isReadIn(name: string, end: string, { actors, text }: Told): boolean {
  return actors.some((mention) => end.includes(mention.text) && text.includes(end) && sameName(name, mention.text));
}

/** The first way that every title which tells both ends tells the other way round, as a reason; null where there is none. */
export function otherEnds(own: Told, titles: readonly Told[]): string | null {
  for (const [start, end] of endsOf(own)) {
    const turns = titles.flatMap((title) =>
      endsOf(title).flatMap(([first, last]) => {
        if (meet(start, first, title) || meet(end, last, title)) return ['same'];
        return meet(start, last, title) && meet(end, first, title) ? ['turned'] : [];
      }),
    );
    if (turns.length > 0 && turns.every((turn) => turn === 'turned'))
      return `goes from ${start.join(' ')} to ${end.join(' ')}, which the cited titles tell the other way round`;
  }
  return null;
}
