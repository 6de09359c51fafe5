// Puts labelled questions to one model, by the same way as the phases ask, and counts what came of them. What it cost is read from the ledger.
import { randomUUID } from 'node:crypto';
import type { ModelName, RoleName } from '../../../../lib/config/models.js';
import type { Config } from '../../../../lib/config.js';
import { withOpenApp } from '../../../../lib/desk/app.js';
import { exitCodeOf, sentenceOf } from '../../../../lib/errors/doctor.js';
import type { LabelledQuestion } from './labelled-question.js';

export interface Measured {
  role: RoleName;
  /** `engine/model`. */
  model: string;
  n: number;
  right: number;
  wrong: number;
  /** Answers without their shape, or that do not stand on the headlines, also after the one repair. */
  refused: number;
  /** Questions that no answer came to; the model was not asked further where none could come. */
  failed: number;
  /** Of an answer, its repair included, in the middle; null where none came. */
  medianSeconds: number | null;
  costUsd: number;
  /** Why there was no answer, the last time; null where there always was. */
  why: string | null;
}

const atOnce = 4;

/** Asks the questions of one role of one of its models. */
export async function measureRole(
  config: Config,
  role: RoleName,
  model: ModelName,
  questions: readonly LabelledQuestion[],
): Promise<Measured> {
  const given = config.models.roles[role];
  if (given === undefined) throw new TypeError(`No model answers the role ${role}.`);
  const alone = { ...given, models: [model], second: undefined };
  const models = { ...config.models, roles: { [role]: alone }, offlineWhenDown: false };
  const counts = { right: 0, wrong: 0, refused: 0, failed: 0 };
  const seconds: number[] = [];
  let why: string | null = null;
  return withOpenApp({ ...config, models }, async (app) => {
    const runId = randomUUID();
    const opened = await app.models({ phase: null, as: 'eval', runId, maxInflight: atOnce });
    const waiting = questions.toReversed();
    const askOn = async (): Promise<void> => {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const begun = performance.now();
        try {
          const { value } = await opened.ask(next.prompt);
          counts[next.isRight(value) ? 'right' : 'wrong']++;
        } catch (error) {
          why = sentenceOf(error);
          const isRefused = error instanceof Error && error.name === 'AnswerRefused';
          counts[isRefused ? 'refused' : 'failed']++;
          if (!isRefused) {
            if (exitCodeOf(error) !== null) counts.failed += waiting.splice(0).length;
            continue;
          }
        }
        seconds.push((performance.now() - begun) / 1000);
      }
    };
    try {
      await Promise.all(Array.from({ length: atOnce }, askOn));
    } finally {
      await opened.close();
    }
    const [paid] = await app.sql<{ usd: number }[]>`
      select coalesce(sum(cost_usd), 0)::float8 as usd from model_calls where run_id = ${runId}`;
    const middle = seconds.toSorted((a, b) => a - b)[Math.floor(seconds.length / 2)];
    return {
      ...{ role, model: `${model.engine}/${model.model}`, n: questions.length, ...counts },
      ...{ medianSeconds: middle === undefined ? null : Math.round(middle * 1000) / 1000, costUsd: paid?.usd ?? 0, why },
    };
  });
}
