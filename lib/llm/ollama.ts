// Models of an Ollama server. Answers are always streamed: only a stream can be broken off, and only a stream outlives five minutes. A
// model is always asked with the same runner options, for with others the server loads it anew.
import { Ollama } from 'ollama';
import { Fault, faultOfFetch } from './fault.js';
import { checkedFetch } from './ollama/checked-fetch.js';
import { answerAfterThoughts, collectParts, onlyThought, type Streamed } from './ollama/reply.js';
import { bytesOf, type Question, type Server } from './server.js';

interface OllamaSettings {
  url: string;
  /** How long a model stays in memory after its last question. */
  keepAliveSeconds: number;
  /** By model. Where `think` is not set it thinks as it likes, until it has thought in place of answering. */
  options: Readonly<Record<string, { num_ctx: number; think?: boolean | undefined }>>;
}

const standardContext = 8192;
/** Bytes of text a token holds at least in any language these models are asked in; fewer would be refused that fit. */
const bytesPerToken = 2.5;

/** Nothing is asked of the server yet; whatever goes wrong later is thrown as a Fault. */
export function makeOllama({ url, keepAliveSeconds, options }: OllamaSettings): Server {
  const where = withoutPassword(url);
  const who = `Ollama at ${where}`;
  const advice = 'Start it with "ollama serve", or set OLLAMA_HOST or models.ollama.url to where it runs.';
  const headers = passwordHeader(url);
  const client = (signal: AbortSignal) => new Ollama({ host: where, headers, fetch: checkedFetch(who, signal) });
  /** Models that have thought in place of answering, and whose settings do not say that they shall think. */
  const onlyThinking = new Set<string>();
  const put = async (model: string, question: Question, think: boolean | undefined, signal: AbortSignal): Promise<Streamed> => {
    const stream = await client(signal).chat({
      model,
      stream: true,
      messages: messagesOf(question),
      format: withoutMostLengths(question.schema),
      keep_alive: `${keepAliveSeconds}s`,
      ...(think === undefined ? {} : { think }),
      options: { num_ctx: contextOf(model), num_predict: question.maxTokens, temperature: question.temperature },
    });
    return await collectParts(stream, who);
  };
  const contextOf = (model: string): number => options[model]?.num_ctx ?? standardContext;
  return {
    engine: 'ollama',
    where,
    billedTokensMost: () => 0,
    put: async (model, question, signal) => {
      signal.throwIfAborted();
      refuseTooLong(model, question, contextOf(model));
      const think = options[model]?.think ?? (onlyThinking.has(model) ? false : undefined);
      try {
        const first = await put(model, question, think, signal);
        if (!onlyThought(first) || think === false) return answerAfterThoughts(first, model);
        if (think === undefined) onlyThinking.add(model);
        return answerAfterThoughts(await put(model, question, false, signal), model, first);
      } catch (error) {
        signal.throwIfAborted();
        throw faultOf(error, who, model, advice);
      }
    },
    models: async (signal) => {
      try {
        return (await client(signal).list()).models.map(({ name }) => name);
      } catch (error) {
        signal.throwIfAborted();
        throw faultOf(error, who, '', advice);
      }
    },
  };
}

/** The server makes a grammar of the schema, which a text of hundreds of characters at most bursts, or ends in mid-word; we check lengths. */
function withoutMostLengths(schema: object): object {
  return JSON.parse(
    JSON.stringify(schema, (key, value) => (key === 'maxLength' && typeof value === 'number' ? undefined : value)),
  ) as object;
}

/** The server would silently drop the beginning of the question. */
function refuseTooLong(model: string, question: Question, context: number): void {
  const tokens = Math.ceil(bytesOf(question) / bytesPerToken) + question.maxTokens;
  if (tokens <= context) return;
  throw new Fault(
    'refused',
    `The question has about ${tokens} tokens with its answer, ollama/${model} holds ${context}: raise models.ollama.models."${model}".num_ctx in sni.yaml.`,
  );
}

function messagesOf({ system, turns }: Question): { role: string; content: string }[] {
  return [
    { role: 'system', content: system },
    ...turns.map(({ from, text }) => ({ role: from === 'user' ? 'user' : 'assistant', content: text })),
  ];
}

/** What the server says in words, by the words it uses; what the connection says, by its code. */
function faultOf(error: unknown, who: string, model: string, advice: string): Fault {
  if (error instanceof Fault)
    return error.kind === 'missing_model' ? new Fault('missing_model', `${who} has no model ${model}: run "ollama pull ${model}".`) : error;
  const said = error instanceof Error ? error.message : String(error);
  if (/Did not receive done|terminated/.test(said)) return new Fault('broken', `${who} ended its answer in the middle.`, { cause: error });
  if (error instanceof Error && error.name === 'Error' && error.cause === undefined) {
    return new Fault('broken', `${who} failed in the middle of its answer: ${said.slice(0, 300)}`);
  }
  return faultOfFetch(error, who, advice);
}

/** For a proxy before the server: fetch takes no address with a password, and its error would show it. */
function passwordHeader(url: string): Record<string, string> {
  const { username, password } = new URL(url);
  if (username === '' && password === '') return {};
  const both = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { authorization: `Basic ${Buffer.from(both).toString('base64')}` };
}

function withoutPassword(url: string): string {
  const shown = new URL(url);
  shown.username = '';
  shown.password = '';
  return shown.href.replace(/\/$/, '');
}
