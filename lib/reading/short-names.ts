// Chinese headlines write states with one letter where there is no doubt: 英防长, 访美, 对华, 英法德. Also whose the embassy in a
// place is: 美国驻伊拉克使馆 is not Iraq's.
import type { Entry } from './lexicon-file.js';
import { has, isNounClass, isPredicate } from './word-classes.js';
import type { Word } from './words.js';

const states: Readonly<Record<string, string>> = {
  ...{ 美: 'US', 俄: 'RU', 乌: 'UA', 华: 'CN', 中: 'CN', 日: 'JP', 韩: 'KR', 朝: 'KP', 英: 'GB', 法: 'FR', 德: 'DE', 印: 'IN', 伊: 'IR' },
  ...{ 以: 'IL', 叙: 'SY', 土: 'TR', 澳: 'AU', 加: 'CA', 菲: 'PH', 越: 'VN', 泰: 'TH', 柬: 'KH', 缅: 'MM', 台: 'TW', 欧: 'EU', 波: 'PL' },
  ...{ 黎: 'LB', 委: 'VE', 墨: 'MX', 意: 'IT', 荷: 'NL', 匈: 'HU', 塞: 'RS', 捷: 'CZ', 芬: 'FI', 挪: 'NO', 瑞: 'SE', 埃: 'EG', 沙: 'SA' },
};
/** They also begin everyday words, and name a state before its offices only, or behind the words that ask for one. */
const doubtful = new Set([...'中日法加意瑞沙埃波塞越']);
const asking = new Set([...'对驻访赴援抵涉反亲与同向遭被']);
const orders: Entry = { class: 'urge', form: null, action: 'demand', frame: ['obj', 'to'], written: '下令', particle: null };
const from: Entry = { class: 'prep', form: null, action: null, frame: ['from', 'to'], written: '驻', particle: null };

const says: Entry = { class: 'say', form: null, action: null, frame: ['none'], written: '称', particle: null };

/** "俄称击落北约无人机": the gate knows 俄称 for a name; here it is a name and what it says. */
export function partSayings(words: Word[]): void {
  for (let at = words.length - 1; at >= 0; at--) {
    const word = words[at] as Word;
    if (word.naming === null || word.text.length !== 2 || !word.text.endsWith('称')) continue;
    const { start, end, text, naming } = word;
    const name: Word = { ...word, end: start + 1, text: text.slice(0, 1), naming: { ...naming, sort: 'name' } };
    words.splice(at, 1, name, { ...word, start: start + 1, end, text: '称', naming: null, entries: [says] });
  }
}

const links = /^(?:有关联?|有联系|有牵连|相关|关联)$/;
/** What is linked to somebody is taken for his: 黑客窃取 is one word to the lexicon. */
const linked = /^(?:黑客|武装|民兵|油轮|船只)/;

/** 与朝鲜有关的黑客: whose they are is said by a link, and they by whoever stands behind it. */
export function partLinks(words: Word[]): void {
  for (let of = words.length - 2; of > 2; of--) {
    if (words[of]?.text !== '的' || !linked.test(words[of + 1]?.text ?? '')) continue;
    let name = of - 1;
    while (name > 0 && of - name < 5 && words[name]?.naming === null) name--;
    const link = words.slice(name + 1, of).map(({ text }) => text);
    if (!words[name]?.naming || !links.test(link.join('')) || !/^[与和同跟]$/.test(words[name - 1]?.text ?? '')) continue;
    words.splice(name + 1, of - name);
    words.splice(name - 1, 1);
  }
}

/** Gives letters that stand for a state their names, and takes the name from where somebody else's embassy or troops are. */
export function openShortNames(words: readonly Word[]): void {
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as Word;
    const id = word.naming || word.entries.length > 0 ? undefined : states[word.text];
    if (word.naming && word.text.length === 1 && !ends(words, at)) word.naming = null;
    if (id && isState(words, at, word.text)) word.naming = { ids: [id], sort: 'name', state: true, country: false };
  }
  for (let at = 0; at < words.length; at++) if (words[at]?.text.endsWith('驻')) station(words, at);
  for (let at = 0; at + 1 < words.length; at++) if (words[at]?.text === '下令') order(words, at);
}

/** "下令以色列停止进攻": before another country it is ordered; elsewhere it is one's own people. */
function order(words: readonly Word[], at: number): void {
  const met = words[at + 1]?.naming;
  if (!met?.country || words[at + 2]?.mark !== '') return;
  if (words.slice(0, at).some(({ naming }) => naming?.ids.some((id) => met.ids.includes(id)))) return;
  (words[at] as Word).entries = [orders];
}

function isState(words: readonly Word[], at: number, letter: string): boolean {
  const last = adjacent(words, at - 1, at);
  const next = adjacent(words, at + 1, at);
  const opens = last === null || last.naming !== null || last.entries.length > 0;
  if (last && asking.has(last.text.slice(-1))) return next === null || known(next);
  if (!opens || next === null) return false;
  if (has(next, 'official') || has(next, 'people')) return true;
  if (doubtful.has(letter)) return false;
  const listed = next.naming?.ids.length === 1 && next.text.length === 1;
  return listed || (last === null && (next.entries.some((entry) => isPredicate(entry) || isNounClass(entry)) || next.text in states));
}

/** Whether the word behind is known, or none stands there: 乌 is no Ukraine in 乌维拉. */
function ends(words: readonly Word[], at: number): boolean {
  const next = adjacent(words, at + 1, at);
  return next === null || known(next);
}

function known(word: Word): boolean {
  return word.naming !== null || word.entries.length > 0;
}

/** The word beside it, where nothing stands between. */
function adjacent(words: readonly Word[], at: number, beside: number): Word | null {
  const word = words[at];
  const other = words[beside];
  if (!word || !other || word.mark !== '') return null;
  return word.end === other.start || other.end === word.start ? word : null;
}

/** "召回驻华大使" is from China; "美国驻华使馆" is the United States'. */
function station(words: readonly Word[], at: number): void {
  const place = words[at + 1];
  const before = words[at - 1];
  if (!place?.naming) return;
  if (words[at]?.text === '驻' && before && isPredicate(before.entries[0])) {
    (words[at] as Word).entries = [from];
    return;
  }
  const next = words[at + 2];
  if (next && next.mark === '' && known(next)) place.naming = null;
}
