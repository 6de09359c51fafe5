// Everything a feed's body can do wrong, by name, with the titles that belong into the table nevertheless.
import type { Answer } from './fake-web.js';
import { whole } from './faults.js';
import { feedOf } from './fetching.js';

export interface Hostile {
  name: string;
  answer: Answer;
  /** The titles that belong into the table nevertheless, in the order of the feed. */
  stored: readonly string[];
}

const million = 1_000_000;
const lure = 'A title that must never be stored';
const prolog = '<?xml version="1.0" encoding="UTF-8"?>';

function rss(items: string, before = prolog): string {
  return `${before}<rss version="2.0"><channel><title>News</title>${items}</channel></rss>`;
}

function item(title: string, more = ''): string {
  return `<item><title>${title}</title>${more}</item>`;
}

const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY lol${at + 1} "${`&lol${at};`.repeat(10)}">`).join('');
const longTitle = 'word '.repeat(200_000);

/** No headline is in it: what is refused as a whole, and items that name nothing. */
const empty: readonly (readonly [name: string, body: string | Buffer, type?: string])[] = [
  ['no byte', ''],
  ['blanks', ' \n\t '],
  ['a web page', '<!doctype html><html><head><title>Log in</title></head><body><p>Please log in</p></body></html>'],
  ['a web page that says it is a feed', `<html><body><rss version="2.0"><channel>${item(lure)}</channel></rss></body></html>`],
  ['plain text', 'Not found'],
  ['a PDF', Buffer.from('%PDF-1.7\n\u0000\u0001\u0002\u0003')],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ['random bytes', Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919 + (at >> 3) * 104729) & 0xff))],
  ['JSON that is an error', '{"error":"rate limit exceeded"}', 'application/json'],
  ['JSON that breaks off', '{"version":"https://jsonfeed.org/version/1.1","items":[{"title":"On', 'application/json'],
  ['JSON nested half a million deep', `{"items":${'['.repeat(million / 2)}`, 'application/json'],
  ['a list of feeds', '<opml version="2.0"><body><outline xmlUrl="http://127.0.0.1/"/></body></opml>'],
  ['other XML', '<?xml version="1.0"?><note><to>Tove</to></note>'],
  ['elements nested half a million deep', rss('<a>'.repeat(million / 2))],
  ['a feed that breaks off in its first item', `${prolog}<rss version="2.0"><channel><item><title>${lure}`],
  ['items without titles', rss('<item><link>https://news.example/1</link></item>'.repeat(1000))],
  [
    'titles of blanks, signs and controls',
    rss(item(' ') + item('\u0001\u0002') + item('&#0;') + item('***') + item('🔥🔥') + item('&nbsp;')),
  ],
  ['titles of invisible characters', rss(item('\u200b\u200e\u202e') + item('\u{e0041}\u{e0042}'))],
];

const some: readonly (readonly [name: string, body: string | Buffer, stored: readonly string[], type?: string])[] = [
  ['a title of a megabyte', rss(item(longTitle)), [longTitle.slice(0, 500).trim()]],
  ['a title of a megabyte in one word', rss(item(`x${'y'.repeat(million)}`)), [`x${'y'.repeat(499)}`]],
  ['NUL bytes in a title', rss(item('NUL \0bytes\0 within')), ['NUL bytes within']],
  ['controls and marks of direction in a title', rss(item('Minister \u202edenies\u202c \u0007all')), ['Minister denies all']],
  ['a lone surrogate by number', rss(item('A surrogate&#xD800; alone')), ['A surrogate alone']],
  ['bytes that are not of their charset', Buffer.concat([Buffer.from(rss('')), Buffer.from([0xff, 0xfe, 0x80])]), []],
  ['a year of 0', rss(item('The year zero', '<pubDate>Sat, 01 Jan 0000 00:00:00 GMT</pubDate>')), ['The year zero']],
  ['a year of 9999', rss(item('The last year', '<pubDate>Fri, 31 Dec 9999 23:59:59 GMT</pubDate>')), ['The last year']],
  ['a year of 275760 and a day of 31 February', rss(item('No such year', '<pubDate>+275760-02-31T99:99:99Z</pubDate>')), ['No such year']],
  ['a date of a megabyte', rss(item('A long date', `<pubDate>${'1'.repeat(million)}</pubDate>`)), ['A long date']],
  ['a link that is a script', rss(item('A script for a link', '<link>javascript:alert(1)</link>')), ['A script for a link']],
  ['a link of a megabyte', rss(item('A long link', `<link>https://news.example/${'x'.repeat(million)}</link>`)), ['A long link']],
  ['a GUID of a megabyte', rss(item('A long GUID', `<guid>${'x'.repeat(million)}</guid>`)), ['A long GUID']],
  [
    'a description of ten megabytes',
    rss(item('A long text', `<description>${'word '.repeat(2 * million)}</description>`)),
    ['A long text'],
  ],
  ['a script in a title', rss(item('Before&lt;script&gt;alert(1)&lt;/script&gt; after')), ['Before after']],
  ['SQL in a title', rss(item("Robert'); drop table titles;--")), ["Robert'); drop table titles;--"]],
  ['one item a thousand times', rss(item('The same again', '<guid>same</guid>').repeat(1000)), ['The same again']],
  [
    'one GUID for three titles',
    rss(['One', 'Two', 'Three'].map((title) => item(`${title} under one GUID`, '<guid>one</guid>')).join('')),
    ['One under one GUID', 'Two under one GUID', 'Three under one GUID'],
  ],
  ['a thousand attributes', rss(item('Many attributes').replace('<title', `<title ${attributes(1000)}`)), ['Many attributes']],
  ['a hundred thousand children', rss(item('Many children', '<category>x</category>'.repeat(100_000))), ['Many children']],
  [
    'keys that name the prototype',
    '{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","title":"Prototype","__proto__":{"title":"x"}}]}',
    ['Prototype'],
    'application/json',
  ],
  ['a ttl of a thousand years', rss(`<ttl>525600000</ttl>${item('A long ttl')}`), ['A long ttl']],
  ['every hour skipped', rss(`<skipHours>${hours()}</skipHours>${item('Every hour')}`), ['Every hour']],
  ['UTF-16 that says it is UTF-8', Buffer.from(`\ufeff${feedOf(['In another charset'])}`, 'utf16le'), ['In another charset']],
  ['text that breaks off inside an item', rss(item('Whole') + item(lure)).replace(/must never.*/s, ''), ['Whole']],
  [
    'an entity bomb',
    rss(item('&lol9;') + item('After the bomb'), `${prolog}<!DOCTYPE rss [<!ENTITY lol0 "lol">${laughs}]>`),
    ['After the bomb'],
  ],
  [
    'an external entity',
    rss(item('&xxe;') + item('After the file'), `${prolog}<!DOCTYPE rss [<!ENTITY xxe SYSTEM "file:///etc/passwd">]>`),
    ['After the file'],
  ],
];

function attributes(count: number): string {
  return Array.from({ length: count }, (_, at) => `a${at}="${at}"`).join(' ');
}

function hours(): string {
  return Array.from({ length: 24 }, (_, hour) => `<hour>${hour}</hour>`).join('');
}

export const hostileBodies: readonly Hostile[] = [
  ...empty.map(([name, body, type]) => ({ name, answer: whole(body, type ? { 'content-type': type } : {}), stored: [] })),
  ...some.map(([name, body, stored, type]) => ({ name, answer: whole(body, type ? { 'content-type': type } : {}), stored })),
];
