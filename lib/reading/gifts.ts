// Goods that change hands, which say what kind of act it is: "sends Ukraine missiles", "buys grain from Russia".
import { attach } from './attach.js';
import { type Draft, draftOf, type Party, refusalDraft, sourceOf, targetOf } from './drafts.js';
import { isIn } from './groups.js';
import type { Entry } from './lexicon-file.js';
import { isGrant } from './money.js';
import type { Phrase } from './phrase.js';
import { forbid } from './refusals.js';
import type { State } from './state.js';
import type { Word } from './words.js';

/** "sends Ukraine missiles", "sells howitzers": the goods say which act it is. */
export function handOver(s: State, phrase: Phrase): Draft | null {
  const { giving } = s;
  if (!giving) return null;
  if (!phrase.goods) {
    if (isGrant(s.words, giving, phrase)) {
      s.giving = null;
      return gift(s, giving, { ...giving, action: 'aid', frame: ['to', 'for'] }, phrase);
    }
    const leads = s.policy.idafa && !s.subject && !s.controlled;
    if (phrase.head === 'actor' && s.recipient === null && !phrase.place && !leads) s.recipient = phrase;
    if (giving.action !== 'aid' || (phrase.head === 'actor' && !phrase.amount)) return null;
    s.giving = null;
    return gift(s, giving, { ...giving, frame: ['to', 'for'] }, phrase);
  }
  s.giving = null;
  return gift(
    s,
    giving,
    giving.action && !(giving.action === 'aid' && phrase.goods.action === 'supply_arms')
      ? { ...giving, frame: giving.action === 'aid' ? ['to', 'for'] : giving.frame }
      : goodsOf(s, phrase, phrase.goods),
    phrase,
  );
}

const leave =
  /^(?:approv|clear|authori|green-?light|autoriz|aprob|aprueb|aprov|approuv|autoris|genehmig|bewillig|billig|одобр|разреш|批准|核准|وافق|يوافق|توافق|approv|autorizz)/;

/** "approves sale of missiles": who gives leave for arms has not delivered them. */
export function isLeave({ written }: Entry): boolean {
  return leave.test(written);
}

/** "批准向乌克兰出售导弹", "توافق على بيع صواريخ": the leave is a verb of its own. */
function givesLeave({ words, policy }: State): boolean {
  return (policy.prepositionsFirst || policy.idafa) && words.some(({ text }) => /^(?:批准|核准|同意|[تي]?وافق(?:ت|وا)?)$/.test(text));
}

/** Ships and aircraft that somebody gets change hands; those that only go somewhere are sent. */
const craft = /schiff|zerstörer|fregatte|u-boot|bomber|flugzeug|эсминц|корабл|авианос|крейсер|бомбардировщик/;

function goodsOf(s: State, { to, bare }: Phrase, goods: Entry): Entry {
  const ships = goods.action === 'mobilise_or_drill' && (s.recipient !== null || bare) && craft.test(s.words[to - 1]?.text ?? '');
  return ships ? { ...goods, action: 'supply_arms', frame: ['to'] } : goods;
}

/** Oil and grain that are sold are a trade; what is sent may be help. */
const sells = /^(?:(?:to )?sell|sold|export|verk|vend|прода|экспорт|出售|出口|卖|售|ل?بيع|يبيع|تبيع|باع|صدر|يصدر|تصدر)/;

function gift(s: State, giving: Entry, goods: Entry, phrase: Phrase): Draft | null {
  const doer: Party = s.controlled ? s.actor : sourceOf(s.subject ?? s.context.subject, 'aid');
  const takes = giving.class === 'take';
  const named: Party = phrase.mixed ? undefined : phrase.actors.length > 0 ? phrase.actors : null;
  const other: Party = s.recipient ? targetOf(s.recipient, 'aid') : takes || (phrase.bare && named) ? named : null;
  if (goods.action === 'mobilise_or_drill' && takes) return null;
  // 警告美国勿向台湾出售武器: what another is told not to do.
  const before = s.drafts.at(-1);
  const warned = s.policy.prepositionsFirst && !s.controlled && before?.noun === false && before.filled && before.action !== 'demand';
  const asked = s.mode === 'demanded' && before?.action === 'demand' && before.frame.includes('reply') ? before.source : null;
  const buys = takes && goods.action === 'trade_deal';
  if (goods.action === 'trade_deal' && !takes && !sells.test(giving.written)) return null;
  // A sum says nothing of what is done with it.
  const isSum = goods.action === 'aid' && (phrase.amount || phrase.goods === null);
  const word = (isSum && s.givingWord) || (s.words[phrase.to - 1] as Word);
  const draft = draftOf(goods, word, {
    source: takes && !buys ? other : doer,
    target: buys ? other : takes ? doer : goods.action === 'mobilise_or_drill' ? null : (other ?? asked),
    filled: (takes && !buys) || other !== null || Boolean(asked),
    mode: (giving.form === 'U' || isLeave(giving) || givesLeave(s)) && s.mode === 'done' ? ('planned' as const) : s.mode,
    saidBy: s.saidBy,
    noun: true,
    subject: true,
    dropped:
      s.may ||
      s.not ||
      s.refusing ||
      warned ||
      (giving.form === 'G' && s.mode === 'claimed' && s.subject === null && s.drafts.length === 0),
    goods: true,
    takes: takes && !buys,
  });
  if (s.policy.prepositionsFirst || s.policy.idafa) forbid(s, before, draft);
  if (s.not && (s.mode === 'planned' || s.never || giving.form === 'U') && doer)
    s.drafts.push(refusalDraft(draft, doer, s.context.official));
  // "liefert keine Haubitzen mehr": who hands over no more keeps them from whom they went to.
  if (s.not && doer && !takes && s.words.some((one) => isIn(one, 'no-more')))
    Object.assign(draft, { action: 'restrict', goods: false, refused: true, dropped: s.may || s.refusing });
  s.drafts.push(draft);
  s.light = null;
  s.open = draft;
  for (const { preps, phrase: behind, act } of s.pending.splice(0)) attach(s, preps, behind, act);
  return draft;
}
