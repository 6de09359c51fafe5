// The description of the pages for programs, as OpenAPI 3.1: made of the table of pages, so that it is never behind it.
import { projectVersion } from '../desk/about.js';
import type { Page } from './page.js';
import { addressWords } from './words-of-addresses.js';

export function openApiOf(pages: readonly Page[]): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'SNI',
      version: projectVersion(),
      description:
        'What headlines say and how outlets word it. Each address is a page for people; with format=json it answers with what the page shows. Nothing can be changed.',
    },
    paths: Object.fromEntries(pages.map((page) => [page.path.replace(/:(\w+)(\{.*\})?/g, '{$1}'), { get: operationOf(page) }])),
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

function refusal(description: string): object {
  const schema = { type: 'object', required: ['error'], properties: { error: { type: 'string' } } };
  return { description, content: { 'application/json': { schema }, 'text/html': { schema: { type: 'string' } } } };
}
