// The model servers that the settings name; undefined where no role has a model there.
import type { Config } from '../config.js';
import { makeGemini } from '../llm/gemini.js';
import { makeOllama } from '../llm/ollama.js';
import type { Server } from '../llm/server.js';

/** Tokens a model may think before it answers, where the settings do not say. */
const thinkingTokens = 1024;

export function serversOf({ models }: Config): { ollama: Server | undefined; gemini: Server | undefined } {
  const named = new Set(
    Object.values(models.roles).flatMap((role) => [...role.models, ...(role.second ? [role.second] : [])].map(({ engine }) => engine)),
  );
  const { url, keepAliveSeconds, options } = models.ollama;
  return {
    ollama: named.has('ollama') ? makeOllama({ url, keepAliveSeconds, options }) : undefined,
    gemini: named.has('gemini')
      ? makeGemini({ url: models.gemini.url, apiKey: models.gemini.apiKey, thinkingTokens: models.gemini.thinkingBudget ?? thinkingTokens })
      : undefined,
  };
}
