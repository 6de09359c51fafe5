// Takes bytes with letters of two bytes; leaves which charset of East Asia they are in, or null. Each has a range of characters in daily
// use, in which nearly all of a news text stands when it is read as what it is, and much less when it is read as another.
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
function commonShare(text: string, { charset, leads, trails, mark, markLeast }: Pairs, isSaid: boolean): number {
  const written = text.match(/[^\0-\x7f\s\u3000-\u303f\uff00-\uff60\u2010-\u2027\u00b7]/gu) ?? [];
  if (written.length < (isSaid ? 1 : charactersLeast)) return 0;
  if (mark && (text.match(mark)?.length ?? 0) < written.length * (isSaid ? 0 : markLeast)) return 0;
  if (
    !mark &&
    ((text.match(/[\u3041-\u30fa]/g)?.length ?? 0) > written.length * kanaMost ||
      written.filter((sign) => usual.has(sign)).length < written.length * usualLeast)
  )
    return 0;
  const daily = dailyUse(charset, leads, trails);
  return written.filter((sign) => daily.has(sign) || (mark !== null && /[\u3041-\u30fc]/.test(sign))).length / written.length;
}

/** What every second sign of Chinese news is, in its simplified and its traditional form. */
const usual = new Set(
  '的一国在人了有中是年和大业不为发会工经上地市要个产这出行作生家以成到日民来我部对进多全建他公开们场展时理新方主企资实学报制政济用同于法高长现本月定化加动合品重关机分力自外者区能设后就等体下万元社过前面与说之员而务利电事可种总改三各好金第司其从平代当天水省提商十管内小技位目起海所立已通入量子问度北保心还科委都术使明着次将增基名向门应里美由规今计去强两些系办教正最达特收二期并西京任调导组东路活议统安此领结营情解义山先车价间因共步军境战谈判停火习近普京总理总统部长首相外交国防央行存款准备率调降会见俄罗斯乌克兰伊朗以色列朝鲜韩日本美方回应边发言演南宣布警告访问制裁协签署选举导弹袭击死伤疫情经济增长贸易关税'.concat(
    '國業為發會經個產這來對進開們場時實學報濟長現動關機區設後體萬過與說員務電種總從當問還術著將應規計強兩辦達並調導組東議統領結營義車價間軍戰談習理總統邊應訪問團見國防灣臺海峽選舉飛彈襲擊貿稅聯準宣布利率銀央接美演外交部發言人談南降',
  ),
);
const usualLeast = 0.35;
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
