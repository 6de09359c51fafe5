// The one way to ask models. No answer gets past its shape and its evidence: a bad one is shown to its model once, then a second model is
// asked, then it is refused.
import { AnswerRefused, type Judged, judge, judgeReply, judgeRules } from './answer.js';
import { NoLane } from './conductor/give-up.js';
import type { Conductor, Served } from './conductor.js';
import { Fault } from './fault.js';
import type { Answer, Ask, Check, Prompt, Provenance } from './prompt.js';
import { type Versions, versionsOf, versionsOfRules } from './provenance.js';
import type { Maker, Question } from './server.js';
import { firstQuestion, repairTurns } from './turns.js';

export { AnswerRefused } from './answer.js';
export type { Answer, Provenance } from './prompt.js';
export { provenanceOf } from './provenance.js';

/** What is told about each call, for the record of calls and costs. */
export interface Call {
  madeBy: Provenance;
  outcome: 'answered' | 'repaired' | 'refused' | 'failed';
  problems: Answer<unknown>['problems'];
  tokensIn: number;
  tokensCached: number;
  tokensOut: number;
  tokensThinking: number;
  costUsd: number;
  latencyMs: number;
  waitedMs: number;
  loadMs: number;
  error?: string | undefined;
  /** The answer as it came, where it was not simply accepted. */
  raw?: string | undefined;
}

/** Paid answers of a run that died, so that an equal question is not paid twice. */
export interface PaidAnswers {
  recall: (madeBy: Provenance) => Answer<unknown> | undefined;
  keep: (answer: Answer<unknown>) => void;
}

/** Who answers a role, and how it is asked. */
export interface RoleAsked {
  /** The preferred first. */
  makers: readonly Maker[];
  second?: Maker | undefined;
  maxTokens: number;
  temperature: number;
  timeoutSeconds: number;
}

interface Models {
  /** Undefined where no model answers the role: rules do. */
  asked: (role: string) => RoleAsked | undefined;
  conductor: Pick<Conductor, 'put'>;
  /** Whether rules answer in place of models that are down. */
  offlineWhenDown: boolean;
}

const nothing: Check = () => [];
const rules: Maker = { engine: 'offline', model: 'rules' };

/**
 * Makes the one function that asks models. `record` hears of each answer, also of refused ones; `evidence` gives the check of what answers
 * say. What a model answered is kept in `paidAnswers`, which are asked first, so that an equal question is paid once; offline answers cost nothing and are not remembered.
 * The returned function throws AnswerRefused when an answer cannot be used, NoLane when no model can be asked, and the abort reason
 * when the signal is aborted.
 */
export function makeAsk(record: (call: Call) => void, evidence: () => Promise<Check>, paidAnswers?: PaidAnswers, models?: Models): Ask {
  return async <A>(prompt: Prompt<A>, signal?: AbortSignal): Promise<Answer<A>> => {
    signal?.throwIfAborted();
    const asked = models?.asked(prompt.role);
    // Made before a server is asked: it takes its time, and a turn or a lock would not wait. Where there is nothing to stand on there is nothing to check.
    const check = prompt.sources.length === 0 ? nothing : await evidence();
    if (!models || !asked) return byRules(prompt, versionsOfRules(prompt), record, check);
    const versions = versionsOf(prompt);
    const kept = recalled(prompt, versions, asked, check, paidAnswers);
    if (kept) return kept;
    try {
      const answer = await byModels(prompt, versions, { ...asked, check }, models, record, signal);
      paidAnswers?.keep(answer);
      return answer;
    } catch (error) {
      if (error instanceof NoLane && models.offlineWhenDown) return { ...byRules(prompt, versions, record, check), standIn: true };
      throw error;
    }
  };
}

function byRules<A>(prompt: Prompt<A>, versions: Versions, record: (call: Call) => void, check: Check): Answer<A> {
  const startedAt = performance.now();
  const madeBy = { ...rules, ...versions };
  const tell = (outcome: Call['outcome'], problems: Call['problems'], error?: string): void =>
    record({ ...free, madeBy, outcome, problems, latencyMs: Math.round(performance.now() - startedAt), error });
  let judged: Judged<A>;
  try {
    judged = judgeRules(prompt, prompt.offline(), check);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    tell('failed', [{ field: '', reason }], reason);
    throw error;
  }
  if ('refused' in judged) {
    tell('refused', [{ field: '', reason: judged.refused }], judged.refused);
    throw new AnswerRefused(judged.refused);
  }
  tell('answered', judged.problems);
  return { ...judged, madeBy };
}

const free = { tokensIn: 0, tokensCached: 0, tokensOut: 0, tokensThinking: 0, costUsd: 0, waitedMs: 0, loadMs: 0 };

/** An answer kept of any model that may answer, accepted anew: the checkpoint may hold what would not be accepted now. */
function recalled<A>(
  prompt: Prompt<A>,
  versions: Versions,
  { makers, second }: RoleAsked,
  check: Check,
  paidAnswers?: PaidAnswers,
): Answer<A> | null {
  for (const maker of [...makers, ...(second ? [second] : []), ...(prompt.elseRules ? [rules] : [])]) {
    const madeBy = { ...maker, ...versions };
    const kept = paidAnswers?.recall(madeBy);
    const judged = kept && (maker === rules ? judgeRules : judge)(prompt, kept.value, check);
    if (judged && !('refused' in judged)) return { value: judged.value, problems: kept.problems, madeBy };
  }
  return null;
}

interface Attempt<A> {
  served: Served;
  judged: Judged<A>;
  outcome: 'answered' | 'repaired';
}

/** The first answer; where something of it does not stand its repair, then a second model. The one with the fewest problems is taken. */
async function byModels<A>(
  prompt: Prompt<A>,
  versions: Versions,
  asked: RoleAsked & { check: Check },
  { conductor }: Models,
  record: (call: Call) => void,
  signal?: AbortSignal,
): Promise<Answer<A>> {
  const { makers, second, timeoutSeconds } = asked;
  const question = firstQuestion(prompt, asked);
  const put = async (turns: Question['turns'], by: readonly Maker[], outcome: Attempt<A>['outcome']): Promise<void> => {
    const served = await conductor.put({ question: { ...question, turns }, identity: versions, makers: by, timeoutSeconds, since }, signal);
    attempts.push({ served, outcome, judged: judgeReply(prompt, served, asked.check) });
  };
  const attempts: Attempt<A>[] = [];
  const since = Date.now();
  try {
    await put(question.turns, makers, 'answered');
    const [first] = attempts;
    if (first && !stands(first))
      await unlessWithheld(put(repairTurns(question, first.served.text, first.judged), sameFirst(first.served.maker, makers), 'repaired'));
    if (second && !attempts.some(stands)) await unlessWithheld(put(question.turns, [second], 'answered'));
  } finally {
    tell(versions, attempts, record);
  }
  const best = bestOf(attempts);
  if (prompt.elseRules && best && 'refused' in best.judged && attempts.some(isUnfounded))
    return byRules(prompt, versions, record, asked.check);
  if (!best || 'refused' in best.judged)
    throw new AnswerRefused(attempts.flatMap(({ judged }) => ('refused' in judged ? judged.refused : [])).at(-1));
  return { ...best.judged, madeBy: { ...best.served.maker, ...versions } };
}

/** A second try that no model will answer leaves the first as it was. */
async function unlessWithheld(trying: Promise<void>): Promise<void> {
  try {
    await trying;
  } catch (error) {
    if (!(error instanceof Fault && error.ofTheQuestion)) throw error;
  }
}

function sameFirst(same: Maker, makers: readonly Maker[]): Maker[] {
  return [same, ...makers.filter(({ engine, model }) => engine !== same.engine || model !== same.model)];
}

function stands<A>({ judged }: Attempt<A>): boolean {
  return !('refused' in judged) && judged.problems.length === 0;
}

function isUnfounded<A>({ judged }: Attempt<A>): boolean {
  return 'refused' in judged && judged.unfounded !== undefined;
}

function bestOf<A>(attempts: readonly Attempt<A>[]): Attempt<A> | undefined {
  const badness = ({ judged }: Attempt<A>): number => ('refused' in judged ? Number.POSITIVE_INFINITY : judged.problems.length);
  return attempts.toSorted((a, b) => badness(a) - badness(b))[0];
}

function tell<A>(versions: Versions, attempts: readonly Attempt<A>[], record: (call: Call) => void): void {
  const best = bestOf(attempts);
  for (const attempt of attempts) {
    const { served, judged } = attempt;
    const refused = 'refused' in judged ? judged.refused : undefined;
    record({
      madeBy: { ...served.maker, ...versions },
      outcome: attempt === best && refused === undefined ? attempt.outcome : 'refused',
      problems: 'refused' in judged ? [{ field: '', reason: judged.refused }] : judged.problems,
      tokensIn: served.usage?.in ?? 0,
      tokensCached: served.usage?.cached ?? 0,
      tokensOut: served.usage?.out ?? 0,
      tokensThinking: served.usage?.thinking ?? 0,
      costUsd: served.costUsd,
      latencyMs: served.latencyMs,
      waitedMs: served.waitedMs,
      loadMs: served.loadMs,
      error: refused,
      raw: stands(attempt) ? undefined : served.text,
    });
  }
}
