// The words by which a headline tells an act, as far as they tell it alone: half of a verb says nothing. All of it stands in the headline to
// the letter; where words between are left out there is an ellipsis.
import type { Act } from '../../lib/reading/reading.js';
import type { Member } from './family.js';

/** What ends a clause; inside it the other half of a verb stands. */
const clauseEnd = /[,;:–—|!?„“”"«»]|\.(?:\s|$)|(?<!\p{L})(?:und|and|while|as|after|before|nach|weil|während|sondern)(?!\p{L})/u;
/** German verbs part: "greift ... an"; what stands last in the clause is their other half. */
const particles =
  /(?<!\p{L})(ab|an|auf|aus|bei|ein|entgegen|fest|fort|frei|heraus|her|hin|hinaus|los|mit|nach|nieder|um|vor|weg|weiter|zu|zurück|zusammen|verantwortlich|Schuld|zur Verfügung|in Aussicht|unter Druck)\s*$/u;
/** German verbs that say nothing without what belongs to them. */
const halves =
  /^(?:mach(?:t|en)|gib(?:t)|geben|hält|halten|sieht|sehen|setz(?:t|en)|stell(?:t|en)|leg(?:t|en)|nimmt|nehmen|läss(?:t)|lassen|sag(?:t|en)|bring(?:t|en)|ruft|rufen|zieht|ziehen|rückt|rücken|reich(?:t|en)|wirft|werfen|werfen sich|stuft|stufen|bildet|bilden|weist|weisen|schlägt|schlagen|hebt|heben|lenkt|lenken|kündig(?:t|en)|lehn(?:t|en)|schieb(?:t|en)|fangen|fängt|stocken|stockt)$/iu;
/** Words of other languages that say nothing alone. */
const empty = /^(?:to|gives?|given|finds?|takes?|has|have|puts?|makes?|names|sets?|given days|toma|fait|met|donne|prend|ban|calls?)$/iu;
const fire = /(?<!\p{L})(?:ablaze|alight|aflame|on fire)(?!\p{L})/iu;
const asking = /(?<!\p{L})(?:tell|told|order|ask|urge|want|instruct|invite|call|press|push)\p{L}*(?!\p{L})/giu;
const agreeing = /^(?:deepen|strengthen|forg|seal|ink|sign|mend|upgrad|initial|extend|boost|renew|restor)\p{L}*$/iu;
const agreed =
  /(?<!\p{L})(?:ties|relations|cooperation|partnerships?|links|deals?|pacts?|agreements?|treat(?:y|ies)|accords?|declarations?|MoUs?|truce|memorandums?)(?!\p{L})/iu;

/** '' where what was read says nothing by itself. */
export function actWords({ title, lang, hits }: Pick<Member, 'title' | 'lang' | 'hits'>, act: Pick<Act, 'start' | 'end'>): string {
  const words = title.slice(act.start, act.end).trim();
  if (words === '' || hits.some(({ start, end }) => start <= act.start && act.end <= end)) return '';
  const behind = clauseBehind(title, act.end);
  if (lang.startsWith('de')) {
    const half = particles.exec(behind)?.[1];
    if (half !== undefined && behind.trim() !== half) return `${words} ... ${half}`;
    if (half !== undefined) return `${words} ${half}`;
    return halves.test(words) ? '' : words;
  }
  return english(title, words, act, behind);
}

function english(title: string, words: string, { start }: Pick<Act, 'start'>, behind: string): string {
  if (/(?:^|\s)to$/iu.test(words)) {
    const next = /^\s+(\p{Ll}[\p{L}’'-]*)/u.exec(behind)?.[1];
    if (words.toLowerCase() !== 'to') return next === undefined ? words : `${words} ${next}`;
    if (next === undefined) return '';
    const asked = [...title.slice(0, start).matchAll(asking)].at(-1)?.[0];
    return asked === undefined ? '' : `${asked} ... to ${next}`;
  }
  if (/^sets?$/iu.test(words)) {
    const ablaze = fire.exec(behind)?.[0];
    return ablaze === undefined ? '' : `${words} ... ${ablaze}`;
  }
  if (agreeing.test(words)) {
    const found = agreed.exec(behind);
    const upTo = found === null ? '' : behind.slice(0, found.index + found[0].length);
    return upTo.split(/\s+/u).length > 7 ? words : `${words}${upTo}`;
  }
  return empty.test(words) ? '' : words;
}

function clauseBehind(title: string, end: number): string {
  const rest = title.slice(end);
  const at = rest.search(clauseEnd);
  return at < 0 ? rest : rest.slice(0, at);
}
