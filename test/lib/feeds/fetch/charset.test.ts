import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../../lib/feeds/fetch/charset.js';
import { feedOf } from '../../../support/web/fetching.js';
import { legacy } from './legacy.js';

/** "<?xml ... encoding=E ?>" and the bytes of a title, which are given as hexadecimal where no encoder is at hand. */
const bytesOf = (titleHex: string, declared = '') => {
  const [before = '', after = ''] = feedOf(['@'], declared || 'UTF-8').split('@');
  const prolog = declared ? before : before.replace(/<\?xml[^>]*\?>/, '');
  return Buffer.concat([Buffer.from(prolog), Buffer.from(titleHex, 'hex'), Buffer.from(after)]);
};
const titleOf = (text: string) => text.match(/<item><title>(.*)<\/title><\/item>/s)?.[1];
const latin = (text: string) => Buffer.from(text, 'latin1').toString('hex');

/** The same words as each charset writes them. */
const samples = [
  ['windows-1251', 'cff0e5e7e8e4e5edf220efeee4efe8f1e0eb', 'Президент подписал'],
  ['koi8-r', 'f0d2c5dac9c4c5ced420d0cfc4d0c9d3c1cc', 'Президент подписал'],
  ['iso-8859-5', 'bfe0d5d7d8d4d5dde220dfded4dfd8e1d0db', 'Президент подписал'],
  ['windows-1252', '934361669429208085', '“Caf”) €…'],
  ['iso-8859-1', 'c96c7973e9653a207072e9736964656e74206672616ee7616973', 'Élysée: président français'],
  ['iso-8859-2', 'b16365a3f3bc', 'ąceŁóź'],
  ['windows-1250', 'b96365a3f39f', 'ąceŁóź'],
  ['iso-8859-15', 'a4313030', '€100'],
  ['windows-1253', 'c5ebebdce4e1', 'Ελλάδα'],
  ['windows-1254', 'dd7374616e62756c', 'İstanbul'],
  ['windows-1255', 'f9ece5ed', 'שלום'],
  ['windows-1256', 'e3d1cdc8c7', 'مرحبا'],
  ['gb2312', 'd6d0b9fad4bccaf8', '中国约束'],
  ['gb18030', 'd6d0b9fa8139ee39', '中国㐀'],
  ['big5', 'a4a4b0eab1e5', '中國勗'],
  ['shift_jis', '93fa967b82cc', '日本の'],
  ['euc-jp', 'c6fccbdca4ce', '日本の'],
  ['euc-kr', 'b4ebc7d1b9ceb1b9', '대한민국'],
] as const;

describe('the charset', () => {
  test.each(samples.filter(([charset]) => charset !== 'big5'))('%s is read by header and by prolog', (charset, hex, title) => {
    expect(titleOf(decodeText(bytesOf(hex), `application/rss+xml; charset=${charset}`))).toBe(title);
    expect(titleOf(decodeText(bytesOf(hex, charset), 'text/xml'))).toBe(title);
    expect(titleOf(decodeText(bytesOf(hex, charset.toUpperCase()), null))).toBe(title);
  });

  test('big5 is read', () => {
    expect(titleOf(decodeText(bytesOf('a4a4b0ea', 'big5'), null))).toBe('中國');
  });

  test('iso-2022-jp, whose bytes pass for ASCII, is read', () => {
    expect(titleOf(decodeText(bytesOf('1b2442467c4b5c1b2842', 'ISO-2022-JP'), null))).toBe('日本');
  });

  test.each(['utf16le', 'utf-16be'])('%s is read with and without its mark', (charset) => {
    const text = feedOf(['Встреча в Женеве'], 'UTF-16');
    const bytes = (mark: string) =>
      charset === 'utf16le' ? Buffer.from(mark + text, 'utf16le') : Buffer.from(mark + text, 'utf16le').swap16();
    expect(decodeText(bytes('\uFEFF'), 'text/xml; charset=iso-8859-1')).toBe(text);
    expect(decodeText(bytes(''), null)).toBe(text);
  });

  test('quotes, spaces and names of servers are understood', () => {
    const [, hex, title] = samples[0];
    for (const type of ['text/xml; charset="windows-1251"', "text/xml;charset='cp1251'", 'text/xml; Charset = win-1251 ;x=y']) {
      expect(titleOf(decodeText(bytesOf(hex), type)), type).toBe(title);
    }
  });

  test('a byte order mark is dropped, and no bytes are no text', () => {
    expect(decodeText(Buffer.from('\uFEFF<rss/>'), null)).toBe('<rss/>');
    expect(decodeText(Buffer.alloc(0), 'text/xml; charset=koi8-r')).toBe('');
  });
});

describe('a wrong label', () => {
  test('does not spoil UTF-8', () => {
    for (const label of ['iso-8859-1', 'windows-1251', 'shift_jis', 'utf-16', 'us-ascii', 'no-such-charset', 'utf-7']) {
      expect(
        titleOf(decodeText(bytesOf(Buffer.from('Élysée и Кремль 北京').toString('hex'), label), `text/xml; charset=${label}`)),
        label,
      ).toBe('Élysée и Кремль 北京');
    }
  });

  test('of UTF-8 on windows-1252 is not believed', () => {
    const hex = latin('Le pr\xe9sident fran\xe7ais \x93\xe9lu\x94');
    expect(titleOf(decodeText(bytesOf(hex, 'UTF-8'), 'text/xml; charset=utf-8'))).toBe('Le président français “élu”');
  });

  test.each([
    ['windows-1251', samples[0][1]],
    ['koi8-r', samples[1][1]],
  ])('of UTF-8, or none, on %s is not believed', (_charset, hex) => {
    expect(titleOf(decodeText(bytesOf(hex, 'UTF-8'), 'text/xml; charset=utf-8'))).toBe('Президент подписал');
    expect(titleOf(decodeText(bytesOf(hex), null))).toBe('Президент подписал');
  });

  test('of a server that calls everything Latin-1 gives way to the prolog', () => {
    expect(titleOf(decodeText(bytesOf(samples[0][1], 'windows-1251'), 'text/xml; charset=ISO-8859-1'))).toBe('Президент подписал');
  });

  test('of a charset nobody knows gives way to the next', () => {
    expect(titleOf(decodeText(bytesOf(samples[1][1], 'koi8-r'), 'text/xml; charset=x-unknown'))).toBe('Президент подписал');
  });

  test('of UTF-8 in the header gives way to a prolog that fits', () => {
    expect(titleOf(decodeText(bytesOf('b4ebc7d1b9ceb1b9', 'euc-kr'), 'text/xml; charset=utf-8'))).toBe('대한민국');
  });
});

/** A feed of titles given as hexadecimal. */
const feedOfHex = (titles: readonly string[], declared = '', language = '') => {
  const prolog = declared ? `<?xml version="1.0" encoding="${declared}"?>` : '';
  const said = language ? `<language>${language}</language>` : '';
  const items = titles.map((hex) => `<item><title>${Buffer.from(hex, 'hex').toString('latin1')}</title></item>`).join('');
  return Buffer.from(`${prolog}<rss version="2.0"><channel><title>Harbour Post</title>${said}${items}</channel></rss>`, 'latin1');
};
const titlesIn = (text: string) => [...text.matchAll(/<item><title>(.*?)<\/title>/gs)].map(([, title]) => title);

describe('without a label, or under a wrong one', () => {
  test.each(legacy)('$lang in $charset is read as what it is', ({ lang, titles, hex }) => {
    expect(titlesIn(decodeText(feedOfHex(hex), null)), 'no label').toEqual(titles);
    expect(titlesIn(decodeText(feedOfHex(hex, 'UTF-8'), null)), 'UTF-8 in the prolog').toEqual(titles);
    expect(titlesIn(decodeText(feedOfHex(hex), 'text/xml; charset=ISO-8859-1')), 'Latin-1 in the header').toEqual(titles);
    expect(titlesIn(decodeText(feedOfHex(hex, '', lang), null)), 'its own language').toEqual(titles);
    for (const [at, title] of titles.entries())
      expect(titlesIn(decodeText(feedOfHex([hex[at] ?? '']), null, lang)), 'one title and the source’s language').toEqual([title]);
  });

  test('a header with a colon, and names that only servers know, are labels', () => {
    const hex = ['d6d0b9fad4bccaf8'];
    for (const type of ['text/html; charset:gbk;', 'text/xml; charset = x-gbk', 'text/xml;charset=GB_2312-80', 'text/xml; charset=EUC_CN'])
      expect(titlesIn(decodeText(feedOfHex(hex), type)), type).toEqual(['中国约束']);
    for (const type of ['text/xml; charset=windows_1251', 'text/xml; charset=ANSI1251', 'text/xml; charset=cp1251'])
      expect(titlesIn(decodeText(feedOfHex(['cff0e5e7e8e4e5edf2']), type)), type).toEqual(['Президент']);
  });

  test('bytes that fit no charset are no letters of another', () => {
    const noise = Buffer.from(Array.from({ length: 60 }, (_, at) => 128 + ((at * 89 + 7) % 128))).toString('hex');
    expect(titlesIn(decodeText(feedOfHex([noise]), null))[0]).toContain('\ufffd\ufffd');
  });

  test.each([
    [
      'words of one accented letter',
      'Face à la crise, Noël à Nîmes à huis clos',
      '4661636520e0206c612063726973652c204e6feb6c20e0204eee6d657320e0206875697320636c6f73',
    ],
    [
      'capitals at the beginning of words',
      'Борис Петров: ЦБ начал проверку',
      'c1eef0e8f120cfe5f2f0eee23a20d6c120ede0f7e0eb20eff0eee2e5f0eaf3',
    ],
    ['Japanese without kana', '地震復旧会議延期', '926e906b959c8b8c89ef8b6389848afa'],
  ])('%s do not make a text another', (_what, title, hex) => {
    expect([title, '\ufffd']).toContain(titlesIn(decodeText(feedOfHex([hex]), null))[0]?.replace(/.*\ufffd.*/, '\ufffd'));
  });

  test('ideographs of Japanese alone are refused without a hint, and read by its language', () => {
    const hex = 'c3cfbfccc9fcb5eca1a2c3cfb8b5b9e7b0d5';
    expect(titlesIn(decodeText(feedOfHex([hex]), null))[0]).toContain('\ufffd\ufffd');
    expect(titlesIn(decodeText(feedOfHex([hex]), null, 'ja'))).toEqual(['地震復旧、地元合意']);
  });

  test('signs that stand alone do not make a page of English another language', () => {
    expect(titlesIn(decodeText(feedOfHex([latin('Heat hits 50\xb0, \xa35 a ticket \xa9')]), null))).toEqual([
      'Heat hits 50°, £5 a ticket ©',
    ]);
  });
});

describe('two charsets in one feed', () => {
  const utf8 = (text: string) => Buffer.from(text).toString('hex');
  const wholes = ['Schäden in Köln', 'Öl wird teurer', 'Für und wider', 'Gespräch über Frieden'];

  test('are read each by itself', () => {
    const feed = (hex: string) => titlesIn(decodeText(feedOfHex([...wholes.map(utf8), hex]), null)).at(-1);
    expect(feed(latin('M\xfcnchen h\xe4lt an B\xfcndnis fest'))).toBe('München hält an Bündnis fest');
    expect(feed(latin('\x84Nein\x93 \x96 sagt er'))).toBe('„Nein“ – sagt er');
    expect(feed(latin('Le mot \xablibert\xe9\xbb est prononc\xe9'))).toBe('Le mot «liberté» est prononcé');
    expect(feed('cff0e5e7e8e4e5edf220efeee4efe8f1e0eb')).toBe('Президент подписал');
  });

  test('UTF-8 among Latin-1 keeps its letters', () => {
    const feed = feedOfHex([latin('M\xfcnchen h\xe4lt'), latin('K\xf6ln z\xe4hlt'), utf8('Düren übt Geduld')], 'ISO-8859-1');
    expect(titlesIn(decodeText(feed, null))).toEqual(['München hält', 'Köln zählt', 'Düren übt Geduld']);
  });

  test('a text shortened inside a letter gains none', () => {
    const cut = (text: string) => utf8(text).slice(0, -2);
    for (const [hex, title] of [
      [cut('Gespräch über…'), 'Gespräch über\ufffd'],
      [cut('Plain words é'), 'Plain words \ufffd'],
      [`${cut('Plain words é')}2e2e2e`, 'Plain words \ufffd...'],
    ] as const)
      expect(titlesIn(decodeText(feedOfHex([...wholes.map(utf8), hex]), null)).at(-1)).toBe(title);
  });
});

test('one letter cut in half does not make UTF-8 another charset', () => {
  const hex = `${Buffer.from('Президент подписал указ').toString('hex')}d0`;
  expect(titleOf(decodeText(bytesOf(hex, 'UTF-8'), null))).toBe('Президент подписал указ\uFFFD');
});

test('bytes that are no text at all are read without an error', () => {
  expect(typeof decodeText(Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 89 + 7) % 256)), 'image/jpeg')).toBe('string');
});
