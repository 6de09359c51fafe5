// Passwords and keys in settings: used where they belong, seen nowhere else.
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { makeDatabase } from '../../support/database.js';
import { doorConfig, numbered, openDoor } from '../../support/models/door.js';

const scratch = await makeDatabase({ connections: 2 });
const seen: IncomingHttpHeaders[] = [];
/** An Ollama behind a proxy that wants a password. */
const guarded = createServer((request, response) => {
  seen.push(request.headers);
  response.writeHead(200, { 'content-type': 'application/x-ndjson' });
  response.end(`${JSON.stringify({ message: { content: '{"text":"yes"}' }, done: true, prompt_eval_count: 1, eval_count: 1 })}\n`);
}).listen(0, '127.0.0.1');
await new Promise((resolve) => guarded.once('listening', resolve));
const port = (guarded.address() as AddressInfo).port;
afterAll(() => {
  guarded.closeAllConnections();
  guarded.close();
});

test('a password in the address of Ollama goes out in a header, and is in no log and no table', async () => {
  const url = `http://sni:s3cret%40word@127.0.0.1:${port}`;
  const door = await openDoor(doorConfig(scratch, { ollama: { url }, roles: { enrich: { models: ['ollama/a'] } }, patience: '1s' }));
  const ended = await door.ask(numbered(1)).then(
    ({ value }) => value.text,
    (error: Error) => error.message,
  );
  await door.end();
  const rows = await scratch.sql`select * from model_calls`;
  const lanes = await scratch.sql`select * from lanes`;
  expect(JSON.stringify([ended, door.lines, rows, lanes])).not.toMatch(/s3cret/);
  expect(ended).toBe('yes');
  expect(seen[0]?.authorization).toBe(`Basic ${Buffer.from('sni:s3cret@word').toString('base64')}`);
});

test('a key that no header can carry is a wrong setting, said without showing it', () => {
  const make = () => doorConfig(scratch, {}, {}, { GEMINI_API_KEY: '“AIzaQuotedByAWordProcessor”' });
  expect(make).toThrow(/GEMINI_API_KEY/);
  expect(make).not.toThrow(/AIza/);
  const other = () => doorConfig(scratch, {}, {}, { OPENAI_API_KEY: 'sk-with a blank' });
  expect(other).toThrow(/OPENAI_API_KEY: found a value of another form \(not shown\)/);
  expect(other).not.toThrow(/sk-with/);
  expect(doorConfig(scratch, {}, {}, { GEMINI_API_KEY: ' AIzaKey\n' }).models.gemini.apiKey).toBe('AIzaKey');
});

test('a key that an OpenAI server repeats when it refuses it is in no log, no table and no error', async () => {
  const refusing = createServer((request, response) => {
    response.writeHead(401, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify({ error: { message: `Incorrect API key provided: ${request.headers.authorization?.replace('Bearer ', '')}.` } }),
    );
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => refusing.once('listening', resolve));
  const url = `http://127.0.0.1:${(refusing.address() as AddressInfo).port}/v1`;
  const models = { openai: { url, local: true }, roles: { enrich: { models: ['openai/small'] } }, patience: '1s' };
  const door = await openDoor(doorConfig(scratch, models, {}, { OPENAI_API_KEY: 's3cret-key-of-openai' }));
  const ended = await door.ask(numbered(1)).catch((error: Error) => error.message);
  await door.end();
  const rows = [await scratch.sql`select * from model_calls`, await scratch.sql`select * from lanes`];
  expect(JSON.stringify([ended, door.lines, rows])).not.toMatch(/s3cret/);
  expect(ended).toMatch(/refuses the key: Incorrect API key provided: the key\. Set OPENAI_API_KEY/);
  refusing.close();
});

test('an address of Gemini with a password is a wrong setting', () => {
  expect(() => doorConfig(scratch, { gemini: { url: 'https://me:pass@example.org' } })).toThrow(/models\.gemini\.url/);
});

test('an address of Ollama that cannot be read is reported without its password', () => {
  const make = () => doorConfig(scratch, {}, {}, { OLLAMA_HOST: 'http://sni:s3cret@:x' });
  expect(make).toThrow(/OLLAMA_HOST/);
  expect(make).not.toThrow(/s3cret/);
});
