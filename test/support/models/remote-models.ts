// The other end of a fake model server's /_control, and the start of the servers in a process of their own.
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../../../lib/config.js';
import type { GeminiCounters, GeminiFault } from './fake-gemini.js';
import type { OllamaCounters, OllamaFault } from './fake-ollama.js';
import type { OpenAiFault } from './fake-openai.js';
import type { FaultOptions, Weather } from './fault-queue.js';
import type { Asked, Counters } from './ledger.js';
import type { ModelsPlaces, ModelsWish } from './models-process.js';

/** As a ModelServer, from afar. Each rejects with the server's sentence where it refuses. */
export interface RemoteModels<Name extends string, Counts extends Counters> {
  url: string;
  requests(): Promise<Asked[]>;
  counters(): Promise<Counts>;
  fault(name: Name, options?: FaultOptions & { when?: { model?: string; contains?: string } }): Promise<void>;
  weather(weather: Weather<Name>): Promise<void>;
  clear(): Promise<void>;
  reset(): Promise<void>;
  /** Cuts every connection and refuses new ones for so long. Resolves as that begins. */
  refuse(seconds: number): Promise<void>;
}

export interface ModelsProcess {
  ollama: RemoteModels<OllamaFault, OllamaCounters>;
  gemini: RemoteModels<GeminiFault, GeminiCounters>;
  openai: RemoteModels<OpenAiFault, Counters>;
  pid: number;
  close(): Promise<void>;
}

/** Needs the compiled models-process.js in build/. Rejects when it ends before it listens. */
export async function startModelsProcess(wish: ModelsWish = {}): Promise<ModelsProcess> {
  const child = fork(join(projectRoot, 'build/test/support/models/models-process.js'), [JSON.stringify(wish)]);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const places = await firstMessage(child);
  return {
    ollama: remoteModels(places.ollama),
    gemini: remoteModels(places.gemini),
    openai: remoteModels(places.openai),
    pid: child.pid ?? 0,
    close: () => {
      child.kill();
      return ended;
    },
  };
}

function firstMessage(child: ChildProcess): Promise<ModelsPlaces> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`The process of the fake models ended with ${code} before it listened.`));
    child.once('exit', onExit);
    child.once('message', (places) => {
      child.off('exit', onExit);
      resolve(places as ModelsPlaces);
    });
  });
}

export function remoteModels<Name extends string, Counts extends Counters>(url: string): RemoteModels<Name, Counts> {
  const call = async <Result>(action: string, body?: object): Promise<Result> => {
    const init = body ? { method: 'POST', body: JSON.stringify(body) } : {};
    const response = await fetch(`${url}/_control/${action}`, { ...init, headers: { connection: 'close' } });
    const value = (await response.json()) as Result & { error?: string };
    if (!response.ok) throw new Error(value.error ?? `${url}/_control/${action} answered ${response.status}.`);
    return value;
  };
  return {
    url,
    requests: () => call<Asked[]>('requests'),
    counters: () => call<Counts>('counters'),
    fault: (name, options = {}) => call('fault', { ...options, name }),
    weather: (weather) => call('weather', weather),
    clear: () => call('clear', {}),
    reset: () => call('reset', {}),
    refuse: (seconds) => call('refuse', { seconds }),
  };
}
