// What is known of an error: an operator's word goes before the rules', the rules' before a model's. A model is asked once a signature,
// over all processes, and its word is kept in `diagnoses`. Nothing in here throws: whatever fails, the error still gets a diagnosis.
import type { Sql } from 'postgres';
import type { Ask } from '../llm/prompt.js';
import type { Log } from '../log.js';
import { type Diagnosis, type ErrorClass, unknown } from './diagnosis.js';
import { diagnose, sentenceOf } from './doctor.js';
import { doctorQuestion } from './question.js';
import { redact } from './redact.js';
import { errorSignatureOf } from './signature.js';

export type DecidedBy = 'rules' | 'model' | 'default' | 'operator';

export interface DiagnosedError extends Diagnosis {
  signature: string;
  /** What the error says, without secrets, at most 2,000 characters. */
  sentence: string;
  decidedBy: DecidedBy;
}

interface Diagnoses {
  /** Never throws. An aborted `signal` ends a question that is under way, with the default as its outcome. */
  look: (error: unknown, signal?: AbortSignal) => Promise<DiagnosedError>;
  /** The rules' word alone, without the database or a model: for what ends a run. */
  byRules: (error: unknown) => DiagnosedError;
}

/** The wait for a model's word. An item is held meanwhile; a local model may first have to be loaded. */
const patienceSeconds = 60;
/** What the tables say of a signature is read anew after this, so that an operator's word reaches a run. */
const believedSeconds = 30;
/** After a question that failed no other is put for this long: models that are down are down for all questions. */
const quietSeconds = 60;
/** Bounds what hostile errors, each of its own kind, can cost a run. */
const mostQuestions = 20;
const mostSignatures = 500;
const longestText = 2000;

interface Word {
  errorClass: ErrorClass;
  decidedBy: DecidedBy;
  reason: string;
}
const nobodys: Word = { errorClass: unknown.errorClass, decidedBy: 'default', reason: '' };

/** `ask` puts a question to the models of the role doctor. `quiet`: seconds without questions after one that failed. */
export function makeDiagnoses(app: { sql: Sql; ask: Ask; log: Log; phase: string; quiet?: number }): Diagnoses {
  const { sql, log, phase, quiet = quietSeconds } = app;
  const words = new Map<string, { word: Promise<Word>; believedUntil: number }>();
  let questions = 0;
  let quietUntil = 0;

  return {
    byRules,
    look: async (error, signal) => {
      const ruled = byRules(error);
      const { signature, sentence, known } = ruled;
      // What ends the run may be the database itself.
      if (ruled.scope === 'run') return ruled;
      const word = await wordOn(signature, sentence, known, signal);
      if (word.decidedBy === 'operator' || (word.decidedBy === 'model' && !known)) {
        return { ...consequences(word.errorClass), known: true, why: word.reason, signature, sentence, decidedBy: word.decidedBy };
      }
      return ruled;
    },
  };

  function byRules(error: unknown): DiagnosedError {
    const ruled = diagnose(error);
    return { ...ruled, signature: boundedSignature(error), sentence: textOf(error), decidedBy: ruled.known ? 'rules' : 'default' };
  }

  function boundedSignature(error: unknown): string {
    const signature = errorSignatureOf(error);
    if (words.has(signature) || words.size < mostSignatures) return signature;
    return `${error instanceof Error ? error.name : 'Error'}: one of more than ${mostSignatures} kinds in one run`;
  }

  /** One look for all who ask at once; what it finds is believed for a while. */
  function wordOn(signature: string, sentence: string, ruled: boolean, signal?: AbortSignal): Promise<Word> {
    const known = words.get(signature);
    if (known && performance.now() < known.believedUntil) return known.word;
    const word = findWord(signature, sentence, ruled, signal).catch((error: unknown): Word => {
      if (signal?.aborted) return nobodys;
      log.warn({ event: 'doctor failed', signature, error: sentenceOf(error) });
      quietUntil = performance.now() + quiet * 1000;
      return nobodys;
    });
    const entry = { word, believedUntil: Number.POSITIVE_INFINITY };
    words.set(signature, entry);
    void word.then(({ decidedBy }) => {
      entry.believedUntil = performance.now() + (decidedBy === 'default' ? Math.min(quiet, believedSeconds) : believedSeconds) * 1000;
    });
    return word;
  }

  async function findWord(signature: string, sentence: string, ruled: boolean, signal?: AbortSignal): Promise<Word> {
    const remembered = await recall(sql, signature);
    if (ruled || remembered?.decidedBy === 'operator' || remembered?.decidedBy === 'model') return remembered ?? nobodys;
    if (questions >= mostQuestions || performance.now() < quietUntil) return nobodys;
    if (!(await mayAsk(sql, signature, sentence))) return (await recall(sql, signature)) ?? nobodys;
    questions++;
    try {
      const answer = await patiently(signal, (stop) => app.ask(doctorQuestion({ phase, signature, text: sentence }), stop));
      const decidedBy = answer.madeBy.engine === 'offline' ? 'default' : 'model';
      const word: Word = { ...answer.value, reason: redact(answer.value.reason), decidedBy };
      if (decidedBy === 'model') log.info({ event: 'diagnosed', signature, errorClass: word.errorClass, reason: word.reason });
      return await remember(sql, signature, word);
    } catch (error) {
      await sql`update diagnoses set asked_until = null where signature = ${signature}`;
      throw error;
    }
  }
}

/** Class by class, what follows from an operator's or a model's word. What pauses a phase does so by count: see streak.ts. */
function consequences(errorClass: ErrorClass): Pick<Diagnosis, 'errorClass' | 'retry' | 'scope'> {
  return { errorClass, retry: errorClass !== 'item_specific' && errorClass !== 'code_bug', scope: 'item' };
}

function textOf(error: unknown): string {
  return redact(sentenceOf(error).slice(0, 2 * longestText))
    .slice(0, longestText)
    .toWellFormed()
    .replaceAll('\0', '');
}

async function recall(sql: Sql, signature: string): Promise<Word | undefined> {
  const rows = await sql<Word[]>`
    select error_class as "errorClass", decided_by as "decidedBy", coalesce(reason, '') as reason
    from diagnoses
    where signature = ${signature}`;
  return rows[0];
}

/** True for the one process that may ask now; the others may when it has been silent for twice its patience. */
async function mayAsk(sql: Sql, signature: string, example: string): Promise<boolean> {
  const rows = await sql`
    insert into diagnoses as d (signature, example, error_class, decided_by, asked_until)
    values (${signature}, ${example.slice(0, 500)}, ${nobodys.errorClass}, 'default', now() + make_interval(secs => ${2 * patienceSeconds}))
    on conflict (signature) do update
    set asked_until = excluded.asked_until
    where d.decided_by in ('default', 'rules') and (d.asked_until is null or d.asked_until < now())
    returning 1`;
  return rows.length > 0;
}

/** Writes the word down, unless an operator has spoken meanwhile; returns what holds. */
async function remember(sql: Sql, signature: string, word: Word): Promise<Word> {
  await sql`
    update diagnoses
    set error_class = ${word.errorClass}, decided_by = ${word.decidedBy}, reason = ${word.reason}, asked_until = null
    where signature = ${signature} and decided_by <> 'operator'`;
  return (await recall(sql, signature)) ?? word;
}

/** Asks, and gives up when `signal` is aborted or patience ends, whether or not what is asked hears of it. */
async function patiently<Value>(signal: AbortSignal | undefined, ask: (stop: AbortSignal) => Promise<Value>): Promise<Value> {
  const stop = new AbortController();
  const leave = (): void => stop.abort(signal?.reason);
  const late = setTimeout(() => stop.abort(new Error(`No model answered the doctor within ${patienceSeconds} s.`)), patienceSeconds * 1000);
  signal?.addEventListener('abort', leave, { once: true });
  if (signal?.aborted) leave();
  try {
    return await new Promise<Value>((resolve, reject) => {
      stop.signal.addEventListener('abort', () => reject(stop.signal.reason), { once: true });
      stop.signal.throwIfAborted();
      ask(stop.signal).then(resolve, reject);
    });
  } finally {
    clearTimeout(late);
    signal?.removeEventListener('abort', leave);
  }
}
