// A fetch for the Ollama client that lets only lines of JSON through. The client itself prints what it cannot read to standard output and
// knows no limit; here that becomes a Fault.
import { Fault } from '../fault.js';

/** A line of an answer is a few words; past this nobody sends one in good faith. */
const lineMost = 1_000_000;

/** `signal` holds for the body too. Rejects with a Fault, or with what fetch says of the connection. */
export function checkedFetch(who: string, signal: AbortSignal): typeof fetch {
  return async (input, init) => {
    const own = init?.signal ? [init.signal] : [];
    const response = await fetch(input, { ...init, signal: AbortSignal.any([signal, ...own]) });
    if (!response.ok) throw await faultOf(response, who);
    const type = response.headers.get('content-type') ?? '';
    if (!/json/.test(type) || !response.body) {
      await response.body?.cancel();
      throw new Fault(
        'broken',
        `${who} answered with ${type === '' ? 'nothing' : type.slice(0, 60)} in place of JSON: is it Ollama that listens there?`,
      );
    }
    return checked(response, response.body, who);
  };
}

async function faultOf(response: Response, who: string): Promise<Fault> {
  const text = (await response.text()).slice(0, 2000);
  const said = saidIn(text);
  const shown = said ?? `status ${response.status}`;
  if (response.status === 404 && said !== null) return new Fault('missing_model', shown);
  if (response.status === 404)
    return new Fault('wrong_address', `${who} is no Ollama: ${shown}. Set OLLAMA_HOST or models.ollama.url to where it runs.`);
  if (response.status === 401 || response.status === 403)
    return new Fault('wrong_key', `${who} lets nobody in: ${shown}. See the proxy before it.`);
  if (response.status === 429) return new Fault('rate_limited', `${who} wants to be asked less often: ${shown}`);
  if (response.status === 503) return new Fault('busy', `${who} is busy: ${shown}`);
  if (response.status === 400 && said !== null && / does not support /.test(said)) {
    return new Fault('wrong_model', `${who} has a model that cannot answer: ${said}. Name another in sni.yaml, or leave out its "think".`);
  }
  if (response.status === 400 && said !== null) return new Fault('refused', `${who} does not take the question: ${shown}`);
  return new Fault('broken', `${who} failed: ${shown}`);
}

/** The server's own words; null where it is not Ollama that speaks. */
function saidIn(text: string): string | null {
  try {
    const read: unknown = JSON.parse(text);
    const said = read !== null && typeof read === 'object' && 'error' in read ? read.error : null;
    return typeof said === 'string' ? said.slice(0, 300) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The answer with a body that the client reads line by line; a line that is no JSON, or without end, breaks it with a Fault. */
function checked(response: Response, body: ReadableStream<Uint8Array>, who: string): Response {
  return Object.defineProperty(response, 'body', { value: { getReader: () => linesOfJson(body.getReader(), who) } });
}

interface Reader {
  read: () => Promise<{ done: boolean; value?: Uint8Array | undefined }>;
  releaseLock: () => void;
}

/** Hands on what was read when it ends a line, so that the client never sees half of one. */
function linesOfJson(reader: ReadableStreamDefaultReader<Uint8Array>, who: string): Reader {
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  let rest = '';
  const whole = (text: string): string => {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    for (const line of lines) requireJson(line, who);
    return lines.map((line) => `${line}\n`).join('');
  };
  const read: Reader['read'] = async () => {
    const { done, value } = await reader.read();
    const text = rest + decoder.decode(value, { stream: !done });
    const end = done ? text.length : text.lastIndexOf('\n') + 1;
    rest = text.slice(end);
    if (rest.length > lineMost) throw new Fault('broken', `${who} sent a line past ${lineMost} characters.`);
    const lines = whole(text.slice(0, end));
    return done && lines === '' ? { done } : { done: false, value: encoder.encode(lines) };
  };
  return { read, releaseLock: () => reader.releaseLock() };
}

function requireJson(line: string, who: string): void {
  try {
    JSON.parse(line);
  } catch (cause) {
    throw new Fault('broken', `${who} sent a line that is no JSON: ${JSON.stringify(line.slice(0, 80))}`, { cause });
  }
}
