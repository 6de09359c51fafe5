// Chinese clauses inside clauses: what stands before 的 tells of the noun behind it, and what a bill or plan is about has not been done.
import type { Entry } from './lexicon-file.js';
import { lastWord } from './verb-choice.js';
import { has, isNounClass, isPredicate } from './word-classes.js';
import type { Word } from './words.js';

const passed: Entry = { class: 'how', form: null, action: null, frame: ['none'], written: '', particle: null };
const drafts = /(?:法案|草案|提案|议案|计划|方案|修正案|决议草案)$/;
const furthest = 12;
/** 伊朗盟友委内瑞拉: who is meant stands behind it. */
const friends = /^(?:邻国|近邻|邻邦|盟友|盟国|宿敌|世仇|伙伴国|友邦|前盟友|最大贸易伙伴)$/;
const topics = /^[对就因为]$/;
const pressed = /^(?:压力|施压)之?下$/;
/** 在轰炸下坚守, and no 下令. */
const below = /^之?下(?![令台周月个滑跌调])/;
const towards = /^[向对与同给]$/;
const uses = /^(?:使用|动用|利用)$/;
const feelings = /^(?:表示|感到|深表|表达|发表|作出|提出|保持沉默|道歉|致歉|辩护|辩解)/;

/** Whether a word that is both is the verb: something stands behind it that it may do something to, or its clause asks for one. */
export function isVerbAmongLetters(words: readonly Word[], at: number, entries: readonly Entry[], noun: Entry): boolean {
  const before = lastWord(words, at);
  let behind = at + 1;
  while (has(words[behind], 'how') || words[behind]?.mark === '"') behind++;
  const next = words[behind];
  // 在以军空袭中丧生: what stands between 在 and 中 is no act of whoever dies in it.
  if (noun.class === 'noun' && next?.text === '中' && words.slice(0, at).some(({ text }) => text === '在')) return false;
  if ((next === undefined || next.mark !== '') && noun.class === 'noun') {
    if (noun.action === 'protest' && before >= 0 && words[before]?.naming && lastWord(words, before) < 0) return true;
    const ahead = words.slice(0, at);
    return (
      ahead.some(({ role }) => role?.class === 'prep' || role?.class === 'be') &&
      // 称遭土耳其袭击: who says so is met.
      !ahead.some(({ role }) => isPredicate(role) && role?.class !== 'say' && role?.class !== 'plan')
    );
  }
  if (next === undefined || next.mark !== '' || words[before]?.role?.class === 'light') return false;
  // 处决被控为以色列间谍的男子: who is accused stands behind the verb.
  if (noun.action === 'arrest_or_try' && isAccused(words, behind)) return true;
  // 对选举构成威胁: nobody is elected.
  if (noun.action === 'appoint_or_elect' && has(next, 'thing')) return false;
  if (next.naming !== null || next.entries.length === 0 || isNounClass(next.entries[0]) || has(next, 'the') || has(next, 'may'))
    return true;
  const leads = next.entries.some(isPredicate);
  return entries.some(
    ({ class: name }) => name === 'vow' || (name === 'plan' && has(next, 'prep')) || ((name === 'say' || name === 'refuse') && leads),
  );
}

/** Passes over relative clauses and over what a bill is about: nothing in them is the headline's own act. */
export function passInner(words: readonly Word[]): void {
  for (let at = 0; at < words.length; at++) {
    if (words[at]?.text === '的') passRelative(words, at);
    else if (pressed.test(words[at]?.text ?? '') || (below.test(words[at]?.text ?? '') && words[at - 1]?.role?.action === 'attack'))
      passPressing(words, at);
    else if (uses.test(words[at]?.text ?? '')) passWeapon(words, at);
    else if (words[at]?.text === '我军' && isTeller(words, at)) pass(words, at, at);
    else if (friends.test(words[at]?.text ?? '') && words[at + 1]?.naming && words[at - 1]?.naming) pass(words, at - 1, at);
    else if (drafts.test(words[at]?.text ?? '') && ends(words, at)) passSubject(words, at);
    else if (feelings.test(words[at]?.text ?? '')) passTopic(words, at);
  }
}

/** "击落侵犯领空的无人机" and "曾遭制裁的议员访台": from a verb without a subject of its own to its 的. */
function passRelative(words: readonly Word[], de: number): void {
  const next = words[de + 1];
  if (next?.mark !== '' || next.role?.class === 'noun') return;
  const owner = ownerOf(words, de);
  if (owner !== null) {
    pass(words, owner, de);
    return;
  }
  const accused = accusedBefore(words, de);
  if (accused !== null) {
    pass(words, accused, de);
    return;
  }
  const met = metBefore(words, de);
  if (met !== null) {
    pass(words, met, de);
    return;
  }
  let verb = -1;
  let from = de;
  while (from > 0 && from > de - furthest && words[from - 1]?.mark === '') {
    from--;
    if (!isPredicate(words[from]?.role)) continue;
    if (verb >= 0 && from === verb - 1) {
      // One verb right behind another: the second begins the clause.
      pass(words, verb, de);
      return;
    }
    // "向袭击伊拉克的土耳其提供情报": behind a preposition the clause is that of the one behind 的.
    if (towards.test(words[from - 1]?.text ?? '')) {
      pass(words, from, de);
      return;
    }
    verb = from;
  }
  const opens = from === 0 || words[from - 1]?.mark !== '';
  if (verb < 0 || !opens || !actsBehind(words, de)) return;
  if (
    !words
      .slice(from, verb)
      .some(({ naming, role }, i, before) => (naming !== null || isNounClass(role)) && before[i - 1]?.role?.class !== 'be')
  )
    pass(words, from, de);
}

/** "绞死一名被控为以色列间谍的男子": where what he behind 的 is accused of begins; null where nobody is. */
function accusedBefore(words: readonly Word[], de: number): number | null {
  for (let at = de - 1; at > 0 && at > de - furthest && words[at]?.mark === ''; at--) {
    if (isAccused(words, at)) return at;
  }
  return null;
}

/** "遭以军空袭身亡的记者": where whoever met the people behind 的 stands at the opening of a clause; null elsewhere. */
function metBefore(words: readonly Word[], de: number): number | null {
  let from = de - 1;
  while (from > 0 && words[from - 1]?.mark === '') from--;
  if (!has(words[from], 'be') || !words[from + 1]?.naming || !isPredicate(words[de - 1]?.role)) return null;
  return words.slice(de + 1, de + 3).some((word) => has(word, 'private') || has(word, 'people')) ? from : null;
}

function isAccused(words: readonly Word[], at: number): boolean {
  if (words[at]?.text === '涉嫌') return true;
  return has(words[at], 'be') && words[at + 1]?.entries.some(({ action }) => action === 'accuse') === true;
}

/** "在以色列空袭压力下让步": what somebody presses by is no act of whoever gives way. */
function passPressing(words: readonly Word[], under: number): void {
  let from = under - 1;
  while (from >= 0 && words[from]?.mark === '' && words[from]?.text !== '在') from--;
  if (words[from]?.text !== '在') return;
  for (let at = from + 1; at < under; at++) if (isAct(words[at])) pass(words, at, at);
}

function isAct(word: Word | undefined): boolean {
  return isPredicate(word?.role) || word?.role?.class === 'noun';
}

/** "使用美制导弹袭击": whose make the weapon is that somebody uses does nothing. */
function passWeapon(words: readonly Word[], use: number): void {
  if (!words[use + 1]?.naming || !/^制/.test(words[use + 2]?.text ?? '')) return;
  let to = use + 2;
  while (words[to + 1]?.mark === '' && !isPredicate(words[to + 1]?.role)) to++;
  if (words[to + 1]?.mark === '') pass(words, use, to);
}

/** "印度军方：…我军士兵": our army is that of who speaks. */
function isTeller(words: readonly Word[], at: number): boolean {
  const colon = words.findIndex(({ mark }) => mark === ':');
  return colon > 0 && colon < at && words.slice(0, colon).some(({ naming }) => naming !== null && !naming.ids.includes('CN'));
}

/** "空袭叙利亚支持的民兵", "释放被胡塞扣押的船员": where the one begins who did what is told of the noun behind 的; null where no verb stands before him. */
function ownerOf(words: readonly Word[], de: number): number | null {
  if (!isPredicate(words[de - 1]?.role)) return null;
  let from = de - 1;
  if (words[from - 1]?.role?.class === 'official') from--;
  if (words[from - 1]?.naming) from--;
  if (words[from - 1]?.role?.class === 'be') from--;
  return from < de - 1 && isPredicate(words[from - 1]?.role) && words[from - 1]?.role?.class !== 'say' ? from : null;
}

/** "对以色列空袭叙利亚表示关切": what is told between 对 and the word of feeling is its topic, and no act of who feels. */
function passTopic(words: readonly Word[], feels: number): void {
  for (let at = feels - 1; at >= 0 && words[at]?.mark === ''; at--) {
    if (!topics.test(words[at]?.text ?? '')) continue;
    if (words.slice(at, feels).some(({ role }) => isPredicate(role) || role?.class === 'noun')) pass(words, at, feels - 1);
    return;
  }
}

/** "批准退出条约法案": the verb between who decides and the bill. */
function passSubject(words: readonly Word[], bill: number): void {
  const verbs: number[] = [];
  for (let at = bill - 1; at >= 0 && words[at]?.mark === ''; at--) if (isPredicate(words[at]?.role)) verbs.unshift(at);
  const [decides, about] = verbs;
  if (decides !== undefined && about !== undefined) pass(words, about, bill - 1);
}

function actsBehind(words: readonly Word[], de: number): boolean {
  for (let at = de + 1; at < words.length && words[at]?.mark === ''; at++) if (isPredicate(words[at]?.role)) return true;
  return false;
}

function ends(words: readonly Word[], at: number): boolean {
  return words[at + 1] === undefined || words[at + 1]?.mark !== '';
}

function pass(words: readonly Word[], from: number, to: number): void {
  for (let at = from; at <= to; at++) Object.assign(words[at] as Word, { role: passed, naming: null });
}
