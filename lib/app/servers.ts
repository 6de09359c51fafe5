// The model servers that the settings name, one for each provider that some role has a model at.
import { type Engine, engines, type Servers } from '../config/providers.js';
import type { Config } from '../config.js';
import { makeGemini } from '../llm/gemini.js';
import { makeOllama } from '../llm/ollama.js';
import { makeOpenAi } from '../llm/openai.js';
import type { Server } from '../llm/server.js';

/** Tokens a model may think before it answers, where the settings do not say. */
const thinkingTokens = 1024;

/** How the server of each provider is made from its settings. */
const makers: { [One in Engine]: (settings: Servers[One]) => Server } = {
  ollama: makeOllama,
  gemini: ({ url, apiKey, thinkingBudget }) => makeGemini({ url, apiKey, thinkingTokens: thinkingBudget ?? thinkingTokens }),
  openai: makeOpenAi,
};

interface NamedServer {
  engine: Engine;
  server: Server;
}

/** In the order of the providers. */
export function serversOf({ models }: Config): NamedServer[] {
  const named = new Set(
    Object.values(models.roles).flatMap((role) => [...role.models, ...(role.second ? [role.second] : [])].map(({ engine }) => engine)),
  );
  const make = <One extends Engine>(engine: One): NamedServer => ({ engine, server: makers[engine](models[engine]) });
  return engines.filter((engine) => named.has(engine)).map((engine) => make(engine));
}
