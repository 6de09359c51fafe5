// The zone at the end of a date. One that is not known is null, never guessed.
import type { Zone } from './local-time.js';
import { zoneNamed } from './zone-name.js';

/** Abbreviations news feeds use, by hours east of UTC; where several zones share one, the one that most feeds mean. */
const abbreviations: readonly (readonly [hours: number, names: string])[] = [
  [0, 'z ut utc gmt wet'],
  [-10, 'hst'],
  [-9, 'akst'],
  [-8, 'pst akdt hnp'],
  [-7, 'mst pdt hnr hap'],
  [-6, 'cst mdt galt hnc har'],
  [-5, 'cot pet est cdt ect act hne hac'],
  [-4, 'ast clt bot vet edt gyt pyt hna hae'],
  [-3.5, 'nst'],
  [-3, 'adt art brt clst uyt srt gft pyst haa'],
  [-2.5, 'ndt'],
  [-2, 'brst wgst'],
  [-1, 'cvt azot'],
  [1, 'west bst cet met mez wat hec'],
  [2, 'cest mest mesz eet sast cat haec wast kalt'],
  [3, 'eest msk trt eat idt мск fet'],
  [3.5, 'irst'],
  [4, 'msd gst samt azt get mut ret sct'],
  [4.5, 'aft irdt'],
  [5, 'pkt uzt tjt tmt uzt yekt mvt'],
  [5.5, 'ist slst'],
  [5.75, 'npt'],
  [6, 'bdt almt omst btt kgt'],
  [6.5, 'mmt'],
  [7, 'ict wib novt krat hovt'],
  [8, 'wita hkt sgt myt pht awst irkt ulat bnt'],
  [9, 'wit jst kst yakt tlt'],
  [9.5, 'acst'],
  [10, 'aest vlat pgt chst chut'],
  [10.5, 'acdt'],
  [11, 'aedt magt sbt nct vut'],
  [12, 'nzst pett fjt tvt mht'],
  [13, 'nzdt'],
];
const byAbbreviation = new Map<string, Zone>([
  ...abbreviations.flatMap(([hours, names]) => names.split(' ').map((name) => [name, hours * 60] as const)),
  ['et', 'America/New_York'],
  ['ct', 'America/Chicago'],
  ['mt', 'America/Denver'],
  ['pt', 'America/Los_Angeles'],
]);

/**
 * "+0100", "GMT+1", "+05:30", "EDT", "(CET)", "Europe/Berlin", "Eastern Standard Time". Null for none, for an unknown one, and for an
 * offset that no place on earth has.
 */
export function zoneOf(written: string): Zone | null {
  if (written === 'GMT' || written === 'Z' || written === '+0000') return 0;
  const text = written.replace(/^[\s,;:[(-]+(?=[^\s\d])|[\s.,;:)\]-]+$/g, '');
  if (text === '') return null;
  const named = text.includes('/') ? zoneNamed(/[a-z]+(?:\/[a-z_+-]+\d{0,2}){1,2}/i.exec(text)?.[0] ?? '') : null;
  if (named !== null) return named;
  const offset = offsetIn(text);
  if (offset !== undefined) return offset;
  return byAbbreviation.get(text.toLowerCase()) ?? firstAbbreviation(text) ?? zoneNamed(text);
}

/** The offset in minutes; null for one that cannot be, undefined where there is none. */
function offsetIn(text: string): number | null | undefined {
  const found =
    /(?:GMT|UTC|UT|Z)\s*([+\u2212-])\s*(\d{1,2})(?::?([0-5]\d))?(?!\d)/i.exec(text) ??
    /([+\u2212-])(\d\d?):?([0-5]\d)(?!\d)/.exec(text) ??
    /([+\u2212-])(\d\d?)(?![\d])/.exec(text);
  if (!found) return undefined;
  const minutes = Number(found[2]) * 60 + Number(found[3] ?? 0);
  if (minutes > 14 * 60) return null;
  return found[1] === '+' ? minutes : -minutes;
}

/** "Uhr MEZ", "EST, New York": the first word in capitals that is one. */
function firstAbbreviation(text: string): Zone | null {
  for (const [word] of text.matchAll(/(?<!\p{L})\p{Lu}{2,5}(?!\p{L})/gu)) {
    const zone = byAbbreviation.get(word.toLowerCase());
    if (zone !== undefined) return zone;
  }
  return null;
}
