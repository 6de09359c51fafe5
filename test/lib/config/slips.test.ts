// Settings that look right and would do nothing, or the wrong thing for ever: each is told with its line and with what is allowed.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { phaseNames } from '../../../lib/config/phases.js';
import { ConfigError, readConfig } from '../../../lib/config.js';

const folder = mkdtempSync(join(tmpdir(), 'sni-slips-'));
const file = join(folder, 'sni.yaml');
mkdirSync(join(folder, 'dropped'));
writeFileSync(join(folder, 'there.xml'), '<rss/>');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function problemsOf(text: string, environment: Record<string, string> = {}, looking: { paths?: boolean } = {}): string[] {
  writeFileSync(file, text);
  try {
    readConfig(file, environment, looking);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map((problem) => problem.replace(`${file}:`, '').replaceAll(folder, 'FOLDER'));
  }
}

const feed = (address: string, more = '') => `sources:\n  - { feed: "${address}", publisher: A, lang: en${more} }\n`;

describe('an address', () => {
  test.each([
    'htp://news.example/rss',
    'ftp://news.example/rss',
    'https:/news.example/rss',
    'https:news.example/rss',
    'https://news example/rss',
    'https://news.example/world news.xml',
    'https://',
    'https://news..example/rss',
    'https://news.example:99999/rss',
  ])('%s is no feed', (address) => {
    expect(problemsOf(feed(address))).toEqual([
      `2: sources[0].feed: found "${address}", allowed is an http(s) address such as https://example.org/rss.xml, or a file path relative to this file.`,
    ]);
  });

  test.each([
    'https://news.example/rss',
    'HTTP://127.0.0.1:8080/feed?a=b%20c',
    'https://user:word@news.example/',
    'http://localhost/rss',
    'https://новости.example/rss',
    'http://[::1]:81/',
    'there.xml',
  ])('%s is one', (address) => {
    expect(problemsOf(feed(address))).toEqual([]);
  });

  test('without its scheme is told from a file, and a file that is not there is told', () => {
    expect(problemsOf(feed('www.news.example/rss'))).toEqual([
      '2: sources[0].feed: found "www.news.example/rss", but there is no FOLDER/www.news.example/rss, allowed is an http(s) address, or a file that is there; did you mean "https://www.news.example/rss"?',
    ]);
    expect(problemsOf(feed('feeds/missing.xml'))).toEqual([
      '2: sources[0].feed: found "feeds/missing.xml", but there is no FOLDER/feeds/missing.xml, allowed is an http(s) address, or a file that is there.',
    ]);
    expect(problemsOf('sources:\n  - folder: dropped\n  - folder: drop\n  - folder: there.xml\n  - opml: dropped\n')).toEqual([
      '3: sources[1].folder: found "drop", but there is no FOLDER/drop, allowed is a folder that is there.',
      '4: sources[2].folder: found "there.xml", but FOLDER/there.xml is no folder, allowed is a folder that is there.',
      '5: sources[3].opml: found "dropped", but FOLDER/dropped is a folder, allowed is an http(s) address, or a file that is there.',
    ]);
  });

  test('what reads no source goes on while the folder of one is away', () => {
    expect(problemsOf('sources:\n  - folder: away\n', {}, { paths: false })).toEqual([]);
  });

  test.each([
    ['sitemap: news.xml', 'sitemap', 'the http(s) address of a news sitemap'],
    ['json: { url: "api.example/news", items: data, title: t }', 'json.url', 'the http(s) address of a JSON answer'],
    ['youtube: "@channel"', 'youtube', 'the id of a YouTube channel'],
    ['youtube: https://www.youtube.com/channel/UC16niRr50-MSBwiO3YDb3RA', 'youtube', 'the id of a YouTube channel'],
    ['{ google_news: coup, domain: "https://bbc.co.uk/news" }', 'domain', "the publisher's domain, such as bbc.co.uk"],
    ['{ google_news: coup, country: UK }', 'country', 'two capital letters'],
    ['{ google_news: coup, owner: king }', 'owner', 'public, private or state'],
    ['{ google_news: coup, lang: xx }', 'lang', 'a language code'],
    ['{ google_news: coup, lang: eng }', 'lang', 'a language code'],
  ])('a source %s is told', (source, key, allowed) => {
    expect(problemsOf(`sources:\n  - ${source}\n`)).toEqual([
      expect.stringMatching(new RegExp(`^2: sources\\[0\\]\\.${key}: found .*, allowed is ${allowed.replace(/[()]/g, '\\$&')}`)),
    ]);
  });

  test.each(['gsw', 'zh-Hant', 'pt-BR', 'ckb'])('the language %s is known', (lang) => {
    expect(problemsOf(`sources:\n  - { google_news: coup, lang: ${lang}, country: XK }\n`)).toEqual([]);
  });

  test('of a model server is checked, in the file and in the environment', () => {
    expect(problemsOf('models:\n  ollama: { url: "htp://127.0.0.1:11434" }\n')).toEqual([
      expect.stringMatching(/^2: models\.ollama\.url: found/),
    ]);
    expect(problemsOf('models:\n  ollama: { models: { ollama/qwen2.5:7b: { num_ctx: 4096 } } }\n')).toEqual([
      '2: models.ollama.models.ollama/qwen2.5:7b: found the key "ollama/qwen2.5:7b", allowed is the name of a model on this server, such as qwen2.5:7b.',
    ]);
    for (const host of ['htp://127.0.0.1:11434', 'http://gpu box:11434', 'http://']) {
      expect(problemsOf('', { OLLAMA_HOST: host })).toEqual([
        expect.stringMatching(/^environment: OLLAMA_HOST: .* allowed is an Ollama address/),
      ]);
    }
    for (const host of ['gpu', 'gpu:11434', ':11434', '0.0.0.0', 'https://gpu.example/ollama'])
      expect(problemsOf('', { OLLAMA_HOST: host })).toEqual([]);
  });
});

describe('a theater or an event type', () => {
  test('of actors and actions that the gate does not know is told, with what was meant', () => {
    const text = `
theaters:
  BALKANS:
    name: Balkans
    actors:
      - RS
      - Kosovo
      - NATOO
    mechanisms: [sanktions]
event_types:
  Space: { mechanisms: [rocketry] }
`;
    const actor = "an actor of the gate's vocabulary (lib/vocabulary/terms/actors-*.tsv, or added under vocabulary)";
    const action = "an action of the gate's vocabulary (lib/vocabulary/terms/mechanisms-*.tsv, or added under vocabulary)";
    expect(problemsOf(text)).toEqual([
      `7: theaters.BALKANS.actors[1]: found "Kosovo", allowed is ${actor}; did you mean "XK"?`,
      `8: theaters.BALKANS.actors[2]: found "NATOO", allowed is ${actor}; did you mean "NATO"?`,
      `9: theaters.BALKANS.mechanisms[0]: found "sanktions", allowed is ${action}; did you mean "sanctions"?`,
      expect.stringContaining(`11: event_types.Space.mechanisms[0]: found "rocketry", allowed is ${action}`),
    ]);
  });

  test('may name what the settings add to the vocabulary', () => {
    const text = `
theaters: { MOON: { name: Moon, actors: [ACME], mechanisms: [landing] } }
vocabulary:
  add:
    - { sort: actors, id: ACME, kind: company, name: Acme, terms: [acme] }
    - { sort: mechanisms, id: landing, tier: 2, lang: en, terms: [moon landing] }
`;
    expect(problemsOf(text)).toEqual([]);
  });

  test('with an id in small letters, or words that no folded headline begins with, is told', () => {
    expect(problemsOf('theaters:\n  Balkans: { name: Balkans }\n')).toEqual([
      `2: theaters.Balkans: found the key "Balkans", allowed is a theater's id in capitals, such as SOUTH_ASIA.`,
    ]);
    for (const word of ['Kosovo', '', ' kosovo', 'k']) {
      expect(problemsOf(`theaters:\n  BALKANS: { name: Balkans, words: ["${word}"] }\n`)).toEqual([
        `2: theaters.BALKANS.words[0]: found "${word}", allowed is the beginning of a word in small letters, such as donbas.`,
      ]);
    }
  });
});

describe('what stands where a group or a list should', () => {
  test.each([
    ['- a\n- b\n', '1: the file: found a list, allowed is a group of keys: database, checkpoints, '],
    ['just words\n', '1: the file: found "just words", allowed is a group of keys: database, '],
    ['phases: []\n', `1: phases: found a list, allowed is a group of keys: ${phaseNames.join(', ')}.`],
    ['phases: { ingest: 5 }\n', '1: phases.ingest: found 5, allowed is a group of keys: batch, group, '],
    ['fetch: fast\n', '1: fetch: found "fast", allowed is a group of keys: at_once, per_host, '],
    ['theaters: [BALKANS]\n', "1: theaters: found a list, allowed is a group of keys, each a theater's id in capitals"],
    ['theaters: { BALKANS: RS }\n', '1: theaters.BALKANS: found "RS", allowed is a group of keys: name, actors, mechanisms, words.'],
    ['theaters: { BALKANS: { name: Balkans, actors: RS } }\n', '1: theaters.BALKANS.actors: found "RS", allowed is a list of actors by id'],
    ['event_types: { Space: space }\n', '1: event_types.Space: found "space", allowed is a group of keys: mechanisms.'],
    [
      'models: { roles: [enrich] }\n',
      '1: models.roles: found a list, allowed is a group of keys: decide, describe, grade, enrich, narrate, doctor, observe.',
    ],
    ['models: { prices: 3 }\n', '1: models.prices: found 3, allowed is a group of keys, each a model with its server'],
    ['vocabulary: { add: { sort: actors } }\n', '1: vocabulary.add: found a group of keys, allowed is a list of entries'],
    ['sources:\n', '1: sources: found nothing, allowed is a list of sources.'],
    ['sources:\n  - https://news.example/rss\n', '2: sources[0]: found "https://news.example/rss", allowed is exactly one of feed, '],
    ['sources:\n  - { feed: a.xml, publisher: A }\n', '2: sources[0].lang: found nothing, allowed is a language code'],
    ['sources:\n  - { feed: a.xml, lang: en }\n', "2: sources[0].publisher: found nothing, allowed is the publisher's name"],
    ['silence: 0s\n', '1: silence: found "0s", allowed is a span of time'],
    ['fetch: { deadline: 0s }\n', '1: fetch.deadline: found "0s", allowed is a span of time'],
  ])('%j is told in words', (text, problem) => {
    const problems = problemsOf(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
    expect(problems[0]).not.toContain('Invalid');
  });
});
