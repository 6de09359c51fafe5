// What Gemini's refusals say of the account behind the key: that its plan gives a model nothing, or that its money is used up. Both come as
// "asked too often", with a delay, though no waiting ends them.
import { Fault } from '../fault.js';

/** Of google.rpc's error details, what is read here. */
export interface Detail {
  '@type'?: string;
  reason?: string;
  retryDelay?: string;
  violations?: { quotaId?: string; quotaValue?: string | number }[];
}

interface Refusal {
  status: number;
  details: readonly Detail[];
  /** All its words; the limits may stand behind the first lines. */
  whole: string;
  /** As it is shown. */
  message: string;
}

const refusing = new Set([400, 402, 403, 429]);

/** Null where it says nothing of the account. */
export function planFault({ status, details, whole, message }: Refusal, who: string, model: string): Fault | null {
  if (!refusing.has(status)) return null;
  if (status === 402 || moneyIsGone.some((words) => words.test(whole))) {
    return new Fault(
      'no_money',
      `${who}: ${message || 'the account must be paid.'} Waiting is no help: pay, or name another model in sni.yaml.`,
    );
  }
  if (status === 429 && limitIsNone(details, whole)) {
    const what = model === '' ? 'such models' : model;
    return new Fault(
      'not_in_plan',
      `${who}: the plan of this account does not include ${what} (limit: 0). Waiting is no help: change the plan, or name another model in sni.yaml.`,
    );
  }
  return null;
}

/** Whatever is limited names "your plan and billing details", so billing alone says nothing. */
const moneyIsGone = [
  /\b(credits?|balance|funds|prepa(id|yment)s?)\b.{0,60}\b(depleted|exhausted|used up|insufficient|too low|run out|ran out|expired)\b/is,
  /\b(insufficient|not enough|no) (\w+ )?(credits?|balance|funds)\b/i,
  /\bspend(ing)?[- ](cap|limit)\b/i,
  /\bbilling( account)?\b.{0,60}\b(disabled|closed|suspended|delinquent)\b/is,
  /\bbilling\b.{0,30}\b(to be|is not|has not been|must be) enabled\b|\brequires? billing\b/is,
];

function limitIsNone(details: readonly Detail[], whole: string): boolean {
  return (
    /\blimit: ?0(?![.,]?\d)/i.test(whole) ||
    details.some(({ violations }) => violations?.some(({ quotaValue }) => String(quotaValue) === '0'))
  );
}
