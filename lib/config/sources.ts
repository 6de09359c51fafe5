// The shape of a source in sni.yaml: one of several kinds, and what all kinds share.
import * as z from 'zod';
import { late } from '../late.js';
import { addressOrPath, domain, webAddressShape } from './addresses.js';
import { countryShape, languageShape } from './codes.js';
import { span, timeZoneShape, words } from './measures.js';

/** The keys that say what kind a source is; each source has exactly one of them. */
export const sourceKinds = ['feed', 'opml', 'sitemap', 'google_news', 'youtube', 'json', 'folder'] as const;
export type SourceKind = (typeof sourceKinds)[number];

const path = () => z.string().trim().min(1).max(200).describe('a path of keys such as data.articles or meta.title');

const jsonApi = late(() =>
  z.strictObject({
    url: webAddressShape('the http(s) address of a JSON answer, such as https://example.org/api'),
    items: path(),
    title: path(),
    link: path().optional(),
    id: path().optional(),
    date: path().optional(),
    description: path().optional(),
    publisher: path().optional(),
  }),
);

const kindsInWords = `exactly one of ${sourceKinds.join(', ')}; a feed also needs publisher and lang, a list or folder may leave them to its entries`;

/** One entry of `sources`; of which kind it is, its one key of `sourceKinds` says. */
export const source = late(() =>
  z
    .strictObject({
      feed: addressOrPath('an http(s) address such as https://example.org/rss.xml, or a file path relative to this file').optional(),
      opml: addressOrPath(
        'an OPML list: an http(s) address such as https://example.org/list.opml, or a file path relative to this file',
      ).optional(),
      sitemap: webAddressShape('the http(s) address of a news sitemap, such as https://example.org/news.xml').optional(),
      google_news: words('a Google News search, such as "sahel coup" or site:example.org').optional(),
      youtube: z
        .string()
        .trim()
        .regex(/^UC[\w-]{22}$/)
        .describe('the id of a YouTube channel, such as UC16niRr50-MSBwiO3YDb3RA')
        .optional(),
      json: jsonApi().describe('a group of keys: url, items, title, and perhaps link, id, date, description, publisher').optional(),
      folder: words('a folder of .jsonl and .csv files with titles, relative to this file').optional(),
      publisher: words("the publisher's name, up to 500 characters").optional(),
      domain: domain().optional(),
      country: countryShape().optional(),
      owner: z.enum(['public', 'private', 'state']).describe('public, private or state: who owns the outlet').optional(),
      lang: languageShape().optional(),
      tz: timeZoneShape('the time zone of dates that name none, such as Asia/Shanghai, or UTC').optional(),
      every: span().optional(),
      allowPrivate: z.boolean().describe('true or false: whether its machine may stand in a private network').optional(),
    })
    .refine((given) => sourceKinds.filter((kind) => given[kind] !== undefined).length === 1)
    .refine(({ feed, publisher }) => feed === undefined || publisher !== undefined, { path: ['publisher'] })
    .refine(({ feed, lang }) => feed === undefined || lang !== undefined, { path: ['lang'] })
    .describe(kindsInWords),
);
export type Source = z.infer<ReturnType<typeof source>>;
