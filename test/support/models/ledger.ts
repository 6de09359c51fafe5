// The book of a fake model server: each request for an answer with when it began and ended, and what the sums of them are. It learns
// the end from the socket, so that a client that goes away is seen.
import type { ServerResponse } from 'node:http';
import type { Message, Question } from './question.js';

/** One request for an answer, as it came. Times are milliseconds since 1970. */
export interface Asked {
  model: string;
  messages: readonly Message[];
  /** Ollama's options, or Gemini's generationConfig. */
  options: Readonly<Record<string, unknown>>;
  /** Ollama's format; Gemini's schema; null without. */
  format: unknown;
  /** Ollama's keep_alive; null without. */
  keepAlive: unknown;
  /** The body, with all that is not named above. */
  body: unknown;
  startedAt: number;
  /** When the server turned to it, after others before it; null until then. */
  servedAt: number | null;
  /** Null while under way. */
  endedAt: number | null;
  /** The client went away before the end. */
  aborted: boolean;
  /** The fault that it met. */
  fault: string | null;
  /** Milliseconds that the load of the model took from this request; null where none was due. */
  loadMs: number | null;
  status: number | null;
}

export interface Counters {
  /** Requests for answers, whatever came of them. */
  requests: number;
  underWay: number;
  /** The most that were under way at once. One whose client went away counts until its connection is seen to be closed. */
  mostUnderWay: number;
  /** Of those that ended: by their client, early. */
  aborted: number;
  /** Milliseconds in which at least one was under way. */
  busyMs: number;
  /** The first request began and the last one ended then; null before. */
  firstStartedAt: number | null;
  lastEndedAt: number | null;
  /** How often each fault was met. */
  faults: Record<string, number>;
  /** How often each model was asked. */
  models: Record<string, number>;
}

export interface Ledger {
  requests: readonly Asked[];
  open(question: Question, body: Record<string, unknown>, parts: Partial<Asked>, response: ServerResponse): Asked;
  counters(): Counters;
  /** Forgets all; what is under way stays counted as under way. */
  reset(): void;
}

export function makeLedger(): Ledger {
  let requests: Asked[] = [];
  let underWay = 0;
  let busySince = 0;
  let sums = emptySums();

  const end = (asked: Asked, response: ServerResponse): void => {
    asked.endedAt = Date.now();
    asked.status = response.headersSent ? response.statusCode : null;
    asked.aborted = !response.writableFinished && !cutByServer.has(response);
    sums.lastEndedAt = asked.endedAt;
    if (asked.aborted) sums.aborted++;
    if (--underWay === 0) sums.busyMs += asked.endedAt - busySince;
  };

  return {
    get requests() {
      return requests;
    },
    open: (question, body, parts, response) => {
      const { model, messages } = question;
      const given = { options: {}, format: null, keepAlive: null, fault: null, ...parts };
      const fresh = { servedAt: null, endedAt: null, aborted: false, loadMs: null, status: null };
      const asked: Asked = { model, messages, body, startedAt: Date.now(), ...fresh, ...given };
      requests.push(asked);
      sums.requests++;
      sums.models[model] = (sums.models[model] ?? 0) + 1;
      if (asked.fault) sums.faults[asked.fault] = (sums.faults[asked.fault] ?? 0) + 1;
      sums.firstStartedAt ??= asked.startedAt;
      if (underWay++ === 0) busySince = asked.startedAt;
      sums.mostUnderWay = Math.max(sums.mostUnderWay, underWay);
      response.on('close', () => end(asked, response));
      return asked;
    },
    counters: () => ({ ...structuredClone(sums), underWay, busyMs: sums.busyMs + (underWay > 0 ? Date.now() - busySince : 0) }),
    reset: () => {
      requests = [];
      busySince = Date.now();
      sums = { ...emptySums(), mostUnderWay: underWay };
    },
  };
}

function emptySums(): Omit<Counters, 'underWay'> {
  return { requests: 0, mostUnderWay: 0, aborted: 0, busyMs: 0, firstStartedAt: null, lastEndedAt: null, faults: {}, models: {} };
}

const cutByServer = new WeakSet<ServerResponse>();

/** Ends the connection with a reset that is not taken for the client's doing. */
export function cut(response: ServerResponse): void {
  cutByServer.add(response);
  response.socket?.resetAndDestroy();
}
