// Guesses between the charsets of East Asia. Each has a range of characters in daily use: nearly all of a news text stands there when it
// is read in its own charset, and much less in another.
import { decodeBytes } from './decode.js';

interface Pairs {
  charset: string;
  langs: string;
  /** First and last lead byte of the characters in daily use, and the trail bytes they have. */
  leads: readonly [number, number];
  trails: readonly (readonly [number, number])[];
  /** What sets it off from those that come after it: so large a share of its characters is of this kind. */
  mark: RegExp | null;
  markLeast: number;
}

const high = [[0xa1, 0xfe]] as const;
/** Japanese and Korean first: their marks stand in no Chinese text, while Chinese signs may stand in theirs. */
const pairs: readonly Pairs[] = [
  { charset: 'euc-jp', langs: 'ja', leads: [0xb0, 0xcf], trails: high, mark: /[\u3041-\u30fa]/gu, markLeast: 0.1 },
  {
    charset: 'shift_jis',
    langs: 'ja',
    leads: [0x88, 0x97],
    trails: [
      [0x40, 0x7e],
      [0x80, 0xfc],
    ],
    mark: /[\u3041-\u30fa]/gu,
    markLeast: 0.1,
  },
  { charset: 'euc-kr', langs: 'ko', leads: [0xb0, 0xc8], trails: high, mark: /[\uac00-\ud7a3]/gu, markLeast: 0.9 },
  { charset: 'gb18030', langs: 'zh', leads: [0xb0, 0xd7], trails: high, mark: null, markLeast: 0 },
  {
    charset: 'big5',
    langs: 'zh yue',
    leads: [0xa4, 0xc6],
    trails: [
      [0x40, 0x7e],
      [0xa1, 0xfe],
    ],
    mark: null,
    markLeast: 0,
  },
];

/** So much of a text is in daily use; names and old signs are the rest. */
const commonLeast = 0.85;
/** Fewer characters could be so by chance, unless the feed is said to be in a language of the charset. */
const charactersLeast = 6;

/** `bases` are the languages the feed is said to be in, without country. Null where no charset fits, or too few characters tell. */
export function pairCharset(bytes: Buffer, bases: readonly string[]): string | null {
  const fits = pairs.flatMap((one) => {
    const isSaid = bases.some((base) => one.langs.split(' ').includes(base));
    const share = commonShare(decodeBytes(bytes, one.charset), one, isSaid);
    return share >= commonLeast ? [{ charset: one.charset, isSaid, share }] : [];
  });
  const said = byShare(fits.filter(({ isSaid }) => isSaid));
  const told = fits.find(({ charset }) => marked.has(charset));
  return (said[0] ?? told ?? byShare(fits)[0])?.charset ?? null;
}

const marked = new Set(pairs.filter(({ mark }) => mark).map(({ charset }) => charset));

function byShare<Fit extends { share: number }>(fits: readonly Fit[]): Fit[] {
  return [...fits].sort((one, other) => other.share - one.share);
}

/** The share of characters in daily use, kana among them; 0 where the charset's mark is missing, and for Chinese with kana or without its usual signs. */
function commonShare(text: string, { charset, langs, leads, trails, mark, markLeast }: Pairs, isSaid: boolean): number {
  const written = text.match(/[^\0-\x7f\s\u3000-\u303f\uff00-\uff60\u2010-\u2027\u00b7]/gu) ?? [];
  if (written.length < (isSaid ? 1 : charactersLeast)) return 0;
  const share = (signs: RegExp) => (text.match(signs)?.length ?? 0) / written.length;
  if (mark && share(mark) < (isSaid ? 0 : markLeast)) return 0;
  if (!mark && share(kana) > kanaMost) return 0;
  const own = usual[langs.slice(0, 2)];
  if (own && written.filter((sign) => own.has(sign)).length < written.length * usualLeast) return 0;
  const daily = dailyUse(charset, leads, trails);
  return written.filter((sign) => daily.has(sign) || (mark !== null && /[\u3041-\u30fc]/.test(sign))).length / written.length;
}

/** The most frequent signs of written Chinese, simplified and traditional, and the most frequent syllables of Korean. */
const usual: Readonly<Record<string, ReadonlySet<string>>> = {
  zh: new Set(
    '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运'.concat(
      '這個們來為國說時會對過發後裡種經麼學現當沒動還進樣開從實軍無與長機關點業將兩間問應戰頭體見產給門東聲員論處義幾認條氣題爾別變總電數報結務場計資統區隊決馬書則聽達強難權設記類據邊張該規萬覺術領確傳師觀讓識帶導爭運',
    ),
  ),
  ko: new Set(
    '이다의에을는가한기로지사고하인대정어자서리시도아해일국장부상나전보수라원제주관성공스구은들그있안과연선동경유선무비소계조민방행중세여화물교최발개적위통미신회러만재당산생력학금진법분군실치결의요청총외내단북강업입종합체용식차감호요년월명',
  ),
};
const usualLeast = 0.25;
const kana = /[\u3041-\u30fa]/gu;
/** A Chinese name or brand may have one. */
const kanaMost = 0.02;

const known = new Map<string, ReadonlySet<string>>();

function dailyUse(charset: string, [first, last]: Pairs['leads'], trails: Pairs['trails']): ReadonlySet<string> {
  let found = known.get(charset);
  if (!found) {
    const bytes: number[] = [];
    for (let lead = first; lead <= last; lead++)
      for (const [from, to] of trails) for (let trail = from; trail <= to; trail++) bytes.push(lead, trail);
    found = new Set(decodeBytes(Buffer.from(bytes), charset).replaceAll('\ufffd', ''));
    known.set(charset, found);
  }
  return found;
}
