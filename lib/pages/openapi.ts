// The description of the site for programs, as OpenAPI 3.1: made of the table of pages, so that it is never behind it. Pages of operators are for people.
import { projectVersion } from '../desk/about.js';
import { feedTypes } from '../desk/syndicate/feed.js';
import type { Page } from './page.js';
import { addressWords } from './words-of-addresses.js';

/** The addresses of `pages` and their words as OpenAPI 3.1, for programs that ask with `format=json`. */
export function openApiOf(pages: readonly Page[]): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'SNI',
      version: projectVersion(),
      description:
        'What headlines say and how outlets word it. Each address is a page for people; with format=json it answers with what the page shows. Nothing can be changed.',
    },
    paths: {
      ...Object.fromEntries(pages.map((page) => [page.path.replace(/:(\w+)(\{.*\})?/g, '{$1}'), { get: operationOf(page) }])),
      ...others,
    },
  };
}

function operationOf({ path, about, words }: Page): object {
  const parts = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
  const queries = words.map((name) => ({ name, in: 'query', description: addressWords[name].about, schema: addressWords[name].schema }));
  const format = {
    name: 'format',
    in: 'query',
    description: 'How it is answered.',
    schema: { type: 'string', enum: ['html', 'json'], default: 'html' },
  };
  return {
    summary: about,
    parameters: [...parts, ...queries, format],
    responses: {
      200: {
        description: about,
        content: { 'application/json': { schema: { type: 'object' } }, 'text/html': { schema: { type: 'string' } } },
      },
      304: { description: 'What the reader has by If-None-Match is still so.' },
      400: refusal('The address says what cannot be understood.'),
      ...(parts.length > 0 ? { 404: refusal('There is no such thing.') } : {}),
      503: refusal('The database did not answer; Retry-After says when to ask again.'),
    },
  };
}

const feedParts = [
  pathPart('of', { type: 'string', enum: ['theater', 'watchlist', 'outlet'] }),
  pathPart('file', { type: 'string', pattern: '\\.(rss\\.xml|atom\\.xml|json)$' }),
];

/** What is no page. */
const others = {
  '/feeds/{file}': { get: feedOperation('The brief as a feed: brief.rss.xml, brief.atom.xml or brief.json.', feedParts.slice(1)) },
  '/feeds/{of}/{file}': { get: feedOperation('A theater, a watchlist or an outlet as a feed: its id or name, and how.', feedParts) },
  '/live': {
    get: {
      summary: 'Server-sent events: "state", with a word that changes whenever families or narratives do.',
      responses: { 200: answer('The events, until the reader goes.', ['text/event-stream']), 503: { description: 'Too many listen.' } },
    },
  },
  '/health': { get: { summary: 'Whether the server lives.', responses: { 200: answer('It does.', ['application/json']) } } },
  '/ready': {
    get: {
      summary: 'Whether it can answer.',
      responses: { 200: answer('It can.', ['application/json']), 503: answer('The database does not answer.', ['application/json']) },
    },
  },
  '/metrics': { get: { summary: 'Its numbers, for Prometheus.', responses: { 200: answer('Gauges.', ['text/plain']) } } },
  '/openapi.json': { get: { summary: 'This description.', responses: { 200: answer('OpenAPI 3.1.', ['application/json']) } } },
};

function feedOperation(summary: string, parameters: object[]): object {
  const types = Object.values(feedTypes).map((type) => type.replace(/;.*/, ''));
  return {
    ...{ summary, parameters },
    responses: {
      200: answer(summary, types),
      304: { description: 'What the reader has by If-None-Match is still so.' },
      404: answer('There is no such feed.', ['text/html']),
    },
  };
}

function pathPart(name: string, schema: object): object {
  return { name, in: 'path', required: true, schema };
}

function answer(description: string, types: readonly string[]): object {
  return { description, content: Object.fromEntries(types.map((type) => [type, {}])) };
}

function refusal(description: string): object {
  const schema = { type: 'object', required: ['error'], properties: { error: { type: 'string' } } };
  return { description, content: { 'application/json': { schema }, 'text/html': { schema: { type: 'string' } } } };
}
