// The quick reader of XML against xml2js, over feeds that are whole and the same feeds with faults in them.
import RssParser from 'rss-parser';
import { expect, test } from 'vitest';
import { readWellFormed } from '../../../../lib/feeds/read/well-formed.js';
import { atom, item, rss } from './feeds.js';

const whole = [
  rss(item('One', '<link>https://news.example/1</link><guid isPermaLink="false">a1</guid>') + item('Two &amp; &#8211; &#x2014; &lt;b&gt;')),
  ` \n<?xml version="1.0"?>\r\n<?xml-stylesheet href="a.xsl"?><!-- made -by- hand --><rss version='2.0'><channel
    xmlns:dc = "http://purl.org/dc/elements/1.1/"	>
    <title></title><title/><title />
    <item><title><![CDATA[Börse <i>fällt</i> & ]] ]> ]]]></title><dc:creator>A</dc:creator><dc:creator b="1" c='"'>B</dc:creator ></item>
    <item>mixed <b>words</b> in &quot;order&apos; <![CDATA[  ]]></item><empty><![CDATA[]]> </empty><blank><![CDATA[ ]]></blank>
    <media:content url="https://news.example/?a=1&amp;b=2" medium="image"><media:title type='plain'>  </media:title></media:content>
  </channel></rss> <!-- after -- all --> & more`,
  atom('<entry><title type="html">A &lt;b&gt; word</title><link rel="alternate" href="https://news.example/1"/><id>1</id></entry>'),
  '<rdf:RDF xmlns:rdf="r"><channel rdf:about="x"><items><rdf:Seq/></items></channel><item rdf:about="y"><title>俄罗斯 \ud83d\ude00</title></item></rdf:RDF>',
];

test.each(whole.map((text, number) => [number, text]))('A whole feed is read, and as xml2js reads it: %i', async (_number, text) => {
  expect(JSON.stringify(readWellFormed(text))).toBe(await readSlowly(text));
});

test.each([
  ['a doctype', '<!DOCTYPE rss><rss/>'],
  ['a reference that is not of XML', '<rss>&nbsp;</rss>'],
  ['a bare ampersand', '<rss>Q&A</rss>'],
  ['a character that XML forbids', '<rss>&#1;</rss>'],
  ['a half of a letter', '<rss>&#xd800;</rss>'],
  ['markup in an attribute', '<rss a="<b>"/>'],
  ['an attribute without quotation marks', '<rss a=b/>'],
  ['attributes in one', '<rss a="1"b="2"/>'],
  ['an attribute given twice', '<rss a="1" a="&no;"/>'],
  ['an end tag of another name', '<rss><a></b></rss>'],
  ['an end tag whose name only begins alike', '<rss><a></ab></rss>'],
  ['elements that end crosswise', '<rss><a><b></a></b></rss>'],
  ['a text that breaks off', '<rss><a>'],
  ['words before the root', 'words <rss/>'],
  ['a name that every object has', '<rss><constructor>a</constructor></rss>'],
  ['a name that changes objects', '<rss __proto__="a"/>'],
  ['two dashes in a comment', '<rss><!-- a -- b --></rss>'],
  ['nesting beyond all feeds', '<a>'.repeat(2000)],
])('%s is left to xml2js', (_what, text) => {
  expect(readWellFormed(text)).toBeNull();
});

test('Whatever the fault in a feed, it is read as xml2js reads it or left to xml2js', async () => {
  let read = 0;
  for (let seed = 1; seed <= 12_000; seed++) {
    const text = disturbed(whole[seed % whole.length] ?? '', seed);
    const quick = readWellFormed(text);
    if (!quick) continue;
    read++;
    expect(JSON.stringify(quick), `seed ${seed}: ${text}`).toBe(await readSlowly(text));
  }
  expect(read).toBeGreaterThan(1000);
});

class Reference extends RssParser {
  declare xmlParser: { parseString: (text: string, answer: (error: Error | null, document?: object) => void) => void };
}

/** What xml2js makes of it as JSON, so that the order counts; what it says where it refuses. In a promise, as rss-parser asks it: what it throws after its answer is lost. */
function readSlowly(text: string): Promise<string> {
  return new Promise((answered) => {
    new Reference().xmlParser.parseString(text, (error, document) =>
      answered(error ? `refused: ${error.message}` : JSON.stringify(document)),
    );
  });
}

const pieces = [
  ...[
    '<',
    '>',
    '</',
    '/>',
    '&',
    ';',
    '"',
    "'",
    '=',
    ' ',
    '\n',
    '\u00a0',
    '-',
    '--',
    '!',
    '?',
    ']',
    ']]>',
    '\0',
    '\ud800',
    'a',
    'é',
    '0',
    ':',
    '#',
  ],
  ...[
    '<![CDATA[',
    '<![cdata[',
    '<!-- -->',
    '<!---->',
    '<!-->',
    '<?a b?>',
    '<? ?>',
    '<?a ??>',
    '<!DOCTYPE a>',
    '<!a>',
    '<b/>',
    '<b>',
    '</b>',
    '< b>',
  ],
  ...[
    '</ b>',
    '<b >',
    '<_/>',
    '<cdata/>',
    '<constructor/>',
    '<é/>',
    '<a:b c="d" c="e"/>',
    '<b c=d/>',
    '<b c/>',
    '<b c="d"e="f"/>',
    '<b / >',
  ],
  ...[
    '&amp;',
    '&AMP;',
    '&nbsp;',
    '&#32;',
    '&#x20;',
    '&#X20;',
    '&#0;',
    '&#x110000;',
    '&#00065;',
    '&#xfffe;',
    '&#a;',
    '&;',
    '&amp',
    '&#65',
    '\ufeff',
  ],
];

/** One to three places of the text lost, doubled, swapped for another part of it or for a piece of markup. */
function disturbed(text: string, seed: number): string {
  const below = randoms(seed);
  let changed = text;
  for (let times = 1 + below(2); times > 0; times--) {
    const at = below(changed.length + 1);
    const length = below(3) === 0 ? below(40) : below(3);
    const from = below(changed.length + 1);
    const put = [pieces[below(pieces.length)] ?? '', '', changed.slice(from, from + below(40))][below(3)] ?? '';
    changed = changed.slice(0, at) + put + changed.slice(at + length);
  }
  return changed;
}

/** Whole numbers below a given one: the same for the same seed (Lehmer's generator). */
function randoms(seed: number): (below: number) => number {
  let state = (seed * 7919) % 2_147_483_647;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}
