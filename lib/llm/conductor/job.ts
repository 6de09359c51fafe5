// What is put to the conductor, and what it tells of a call that came to nothing.
import type { Fault } from '../fault.js';
import type { Maker, Question } from '../server.js';

/** What is to be asked. `identity` goes into the record of a call that failed. */
export interface Job {
  question: Question;
  identity: { task: string; promptVersion: string; shapeVersion: string; inputSha256: string };
  /** The preferred first. */
  makers: readonly Maker[];
  timeoutSeconds: number;
  /** When it began to wait, milliseconds since 1970: a second try keeps the place of the first. Now where it is not given. */
  since?: number;
}

/** A call that came to nothing. */
export interface FailedCall {
  job: Job;
  maker: Maker;
  fault: Fault;
  costUsd: number;
  latencyMs: number;
}
