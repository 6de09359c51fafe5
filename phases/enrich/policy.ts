// How far a measure has come: proposed, passed, signed, in force, ... A status is read only where the headline tells an act by which
// measures are made, and names a measure; never from a refusal ("refuses to sign"), an intention ("to sign") or a deed that a court finds
// unlawful.
import type { Action } from '../../lib/reading/actions.js';
import type { Act } from '../../lib/reading/reading.js';
import type { ItemId } from '../../lib/run.js';
import { anyWord, lowered } from './words.js';

export const policyStatuses = ['proposed', 'passed', 'signed', 'in_force', 'enforced', 'suspended', 'cancelled', 'none'] as const;
export type PolicyStatus = (typeof policyStatuses)[number];

/** The last step first: where as many titles say one as the other, the further one counts. */
const steps: readonly { status: PolicyStatus; words: string }[] = [
  {
    status: 'cancelled',
    words:
      'cancel* scrap* repeal* revoke* annul* overturn* lifts lifted kippt gekippt aufgehoben widerruf* kündigt abroge* annule* lève résilie* отменил* отменит отменяет аннулир* расторг* денонсир* снял* anula* deroga* 撤销 取消 废除',
  },
  {
    status: 'suspended',
    words:
      'suspend* pauses paused freezes frozen ausgesetzt aussetzt gestoppt suspen* gèle* приостан* замороз* заморажив* suspende* 暂停 中止',
  },
  {
    status: 'enforced',
    words:
      'enforces enforced seizes seized impounds fines fined beschlagnahmt festgesetzt saisit inflige задержал* арестовал* оштраф* incauta multa 查扣 罚款',
  },
  {
    status: 'in_force',
    words: 'takes_effect took_effect in_force into_force comes_into in_kraft entre_en_vigueur en_vigueur вступ* en_vigor 生效',
  },
  { status: 'signed', words: 'sign signs signed signing unterzeichn* unterschrieb* unterschreib* signe signent signé подпис* firma* 签署' },
  {
    status: 'passed',
    words:
      'pass passes passed adopt* approv* ratif* impose* agree agrees agreed endorse* lists raises tightens verabschied* beschließ* beschloss* beschlossen billig* verhäng* genehmig* verteuern setzt einigen lockert adopte* approuve* ratifie* impose* sanctionne вводит ввел ввёл ввели принял* принят* одобр* утверд* ратифиц* aprueba* adopta* ratifica* impone* 通过 批准 实施',
  },
  {
    status: 'proposed',
    words:
      'propos* plan plans planned consider* weigh* mull* draft* float* threaten* prüft plant erwägt vorschl* schlägt_vor entwurf envisage* projet предлож* предлаг* планир* рассм* законопроект* propone* planea* estudia 提议 计划 考虑 拟',
  },
];

const measure = anyWord(
  'law laws bill act sanction* tariff* duties levies levy treaty pact deal agreement accord resolution ban bans blacklist embargo budget package regulation* rule rules decree directive curbs control controls fee fees fine warrant tranche loan quota* cuts motion gesetz* abkommen vertrag* paket* sanktion* verordnung* verbot* zoll* zölle haushalt* richtlinie* beschluss regeln waffenruhe hafengebühren millionenstrafe kreditrate loi accord traité sanction* décret règlement budget interdiction paquet veto motion закон* санкци* пакет* договор* соглашени* указ* пошлин* запрет* резолюци* перемири* ограничени* ley tratado acuerdo sanciones decreto paquete arancel* ceasefire truce 法案 制裁 协议 条约 关税 禁令 决议 停火',
);
const refusal = anyWord(
  'not nobody no_one niemand personne никто refuse* reject* fail* deny denies without lehnt weiger* nicht kein* scheiter* ne pas refuse* rejette* sans échoue* не отказ* отверг* без no niega rechaza sin 未 拒绝 否决 unlawfully illegally wrongly wrongfully rechtswidrig illégalement ilegalmente незаконно',
);
/** A court that rules makes no rules. */
const ruling = /(?<!\p{L})((?:judges?|courts?|tribunal|justices|panel) )rule[sd]?(?!\p{L})/gu;
const intention = anyWord(
  'to will would may could set_to expected ready soll will wird könnte will_nicht va doit pourrait намерен* может готов* будет va_a podría 将',
);

const readers = steps.map(({ status, words }) => ({ status, pattern: anyWord(words, 'g') }));

/** Acts by which measures are made, kept and undone. */
const making: ReadonlySet<Action> = new Set<Action>([
  ...([
    'sanction',
    'restrict',
    'legislate_or_rule',
    'agree_or_sign',
    'trade_deal',
    'expel',
    'aid',
    'supply_arms',
    'withdraw_or_yield',
  ] as const),
]);

/** Of the headlines, the share that must give a status where one outlet alone gives it. */
const leastShare = 1 / 3;

/** The status most titles give, two outlets or a third of the titles, and those titles; `none` where no act of a title is a step. */
export function policyStatusOf(members: readonly { titleId: ItemId; title: string; publisher: string; acts: readonly Act[] }[]): {
  status: PolicyStatus;
  cites: string[];
} {
  const cites = new Map<PolicyStatus, string[]>();
  for (const { titleId, title, acts } of members) {
    const step = acts.find(({ action, mode }) => making.has(action) && (mode === 'done' || mode === 'planned'));
    const said = step === undefined ? 'none' : readStatus(title);
    const status = said !== 'none' && step?.mode === 'planned' ? 'proposed' : said;
    if (status !== 'none') cites.set(status, [...(cites.get(status) ?? []), titleId]);
  }
  let best: { status: PolicyStatus; cites: string[] } = { status: 'none', cites: [] };
  for (const { status } of steps) {
    const said = cites.get(status) ?? [];
    const outlets = new Set(members.filter(({ titleId }) => said.includes(titleId)).map(({ publisher }) => publisher)).size;
    if (said.length > best.cites.length && (outlets > 1 || said.length >= members.length * leastShare)) best = { status, cites: said };
  }
  return best;
}

/** A bill that has come through its first reading is not passed. */
const firstReading = /first reading|перв\p{L}+ чтени|erster lesung|première lecture|primera lectura|primer debate|一读|القراءة الاولى/u;

/** Others have still to agree: the step that was taken is a proposal to them. */
const stillOpen =
  /(?<!\p{L})(?:draft|(?:to|must|still|yet) (?:be )?(?:ratif\p{L}*|approv\p{L}*|sign\p{L}*)|calls? on .{3,40} to (?:ratify|approve|back)|appelle .{3,40} à (?:le |la |l['’])?(?:valider|ratifier|approuver)|entwurf|projet|proyecto de|проект\p{L}*)(?!\p{L})|草案/iu;

/** What one title says of a measure; the first step it names counts, further steps first. */
export function readStatus(title: string): PolicyStatus {
  const text = lowered(title).replace(ruling, '$1');
  if (!measure.test(text) || firstReading.test(text)) return 'none';
  for (const { status, pattern } of readers) {
    for (const match of text.matchAll(pattern)) {
      const before = text
        .slice(Math.max(0, match.index - 24), match.index)
        .split(/\s+/u)
        .slice(-4)
        .join(' ');
      if (refusal.test(before)) continue;
      return status !== 'proposed' && (intention.test(before) || (status === 'passed' && stillOpen.test(title))) ? 'proposed' : status;
    }
  }
  return 'none';
}
