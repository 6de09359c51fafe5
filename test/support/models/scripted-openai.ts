// A server of the OpenAI chat API on loopback that says to the letter what a test gives it: each call is answered by the next of what it was
// given, and kept to be looked at. fake-openai.ts is the one that answers by itself.
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  path: string;
  headers: IncomingHttpHeaders;
  body: Record<string, unknown>;
}

export type Act = (response: ServerResponse) => void;

/** Events as they are, then the closing one. */
export const streams =
  (...events: readonly object[]): Act =>
  (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.end(`: alive\n\n${[...events.map((event) => JSON.stringify(event)), '[DONE]'].map((data) => `data: ${data}\n\n`).join('')}`);
  };

export const refuses =
  (status: number, body: object | string, headers: Readonly<Record<string, string>> = {}): Act =>
  (response) => {
    response.writeHead(status, { 'content-type': typeof body === 'string' ? 'text/html' : 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };

/** Sends a part of an answer, then breaks the connection. */
export const cuts =
  (content: string): Act =>
  (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(`data: ${JSON.stringify(part(content))}\n\n`, () => response.destroy());
  };

export function part(content: string, finish: string | null = null): object {
  return { choices: [{ index: 0, delta: { content }, finish_reason: finish }] };
}

export async function startScriptedOpenAi(acts: readonly Act[]) {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const bytes of request) text += String(bytes);
    asked.push({ path: request.url ?? '', headers: request.headers, body: text === '' ? {} : JSON.parse(text) });
    const act = acts[asked.length - 1];
    if (!act) throw new Error(`The fake was given ${acts.length} answers and is asked once more: give it another.`);
    act(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, asked, close: () => server.close() };
}
