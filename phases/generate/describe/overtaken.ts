// Whether a headline only awaits what others have told since.
import { patternOf, type WordRow } from '../../../lib/language/word-rows.js';
import type { NewsTitle } from '../../../lib/matching/features.js';

/** What stands before or behind a happening that is yet to come. */
const rows: Readonly<Record<'awaits', WordRow>> = {
  awaits: {
    en: 'likely to|expected to|set to|poised to|poised for|due to arrive|due to meet|due in|due to visit|about to|prepares to|prepares for|preparing to|preparing for|gears up for|gearing up for|braces for|on the eve of|on eve of|to depart|to arrive in|to visit|to attend|to travel to|looms|awaits|is coming|upcoming|will meet|will visit|will attend|will host|will hold',
    de: 'soll|sollen|wird erwartet|werden erwartet|steht bevor|stehen bevor|vor der abreise|rüstet sich für|bereitet sich auf|am vorabend|wird reisen|will reisen|vor dem gipfel|vor dem treffen',
    fr: "doit|doivent|devrait|devraient|à la veille|s'apprête à|s'apprêtent à|se prépare à|se préparent à|attendu|attendus|attendue|va se rendre|va rencontrer|vont se rencontrer|sur le point de",
    es: 'a punto de|se prepara para|se preparan para|se espera|se esperan|prevé|prevén|visitará|viajará|se reunirá|se reunirán|asistirá|asistirán|en vísperas de|en la víspera de',
    ru: 'планирует|планируют|готовится|готовятся|ожидается|ожидают|накануне|предстоит|посетит|прибудет|встретится|встретятся|примет участие',
    zh: '将于|将赴|将访|将出席|将举行|将会见|即将|拟|预计|前夕|准备',
    ar: 'من المقرر|من المتوقع|يستعد|تستعد|عشية|سيزور|سيلتقي|سيحضر|سيشارك|يعتزم|تعتزم',
  },
};
const awaits = patternOf(Object.values(rows));

/** What is told within an hour is told of one moment. */
const moment = 3_600_000;

/**
 * Whether more outlets, two at least, told of it later and awaited nothing than ever awaited it: "leader likely to depart on Monday" over
 * headlines of his arrival. `members` are all headlines of its family.
 */
export function isOvertaken(title: NewsTitle, members: readonly NewsTitle[]): boolean {
  if (!isAwaiting(title)) return false;
  const outlets = (some: readonly NewsTitle[]): number => new Set(some.map(({ publisher }) => publisher)).size;
  const since = outlets(members.filter((other) => other.at.getTime() > title.at.getTime() + moment && !isAwaiting(other)));
  return since >= 2 && since > outlets(members.filter(isAwaiting));
}

/** Whether it tells of nothing that is done, and either plans it or has words for what is to come. */
function isAwaiting({ text, acts }: NewsTitle): boolean {
  if (acts.some(({ mode }) => mode === 'done')) return false;
  return acts.some(({ mode }) => mode === 'planned') || awaits.test(text);
}
