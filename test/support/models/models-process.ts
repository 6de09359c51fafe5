// The fake model servers as a process of their own, so that they and what is measured do not share an event loop. Argument: a JSON
// ModelsWish. Tells its parent where they listen, is steered under their /_control, and ends when the parent does.
import { pathToFileURL } from 'node:url';
import { type GeminiOptions, startFakeGemini } from './fake-gemini.js';
import { type OllamaOptions, startFakeOllama } from './fake-ollama.js';
import { type OpenAiOptions, startFakeOpenAi } from './fake-openai.js';
import type { AnswerFunction } from './question.js';

export interface ModelsWish {
  ollama?: Omit<OllamaOptions, 'answer'>;
  gemini?: Omit<GeminiOptions, 'answer'>;
  openai?: Omit<OpenAiOptions, 'answer'>;
  /** A compiled module that exports an AnswerFunction as "answer"; without one, answers are the least that a schema allows. */
  answersFrom?: string;
}

export interface ModelsPlaces {
  ollama: string;
  gemini: string;
  openai: string;
}

const wish = JSON.parse(process.argv[2] ?? '{}') as ModelsWish;
const given = wish.answersFrom ? ((await import(pathToFileURL(wish.answersFrom).href)) as { answer: AnswerFunction }) : null;
const answers = given ? { answer: given.answer } : {};
const ollama = await startFakeOllama({ ...wish.ollama, ...answers });
const gemini = await startFakeGemini({ ...wish.gemini, ...answers });
const openai = await startFakeOpenAi({ ...wish.openai, ...answers });
process.on('disconnect', () => process.exit());
process.send?.({ ollama: ollama.url, gemini: gemini.url, openai: openai.url } satisfies ModelsPlaces);
