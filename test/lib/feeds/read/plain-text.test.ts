// What becomes of markup, references and damage in titles.
import { expect, test } from 'vitest';
import { asBefore, plainTitle } from '../../../../lib/feeds/read/plain-text.js';
import { atom, item, made, rss, titlesOf } from './feeds.js';

test.each([
  ['Cabinet quits <meta charset="utf-8"><object data="x"></object> today', 'Cabinet quits today'],
  ['Cabinet stays <picture><source srcset="x"></picture>', 'Cabinet stays'],
  ['Cabinet<!-- lead > quits after vote', 'Cabinet quits after vote'],
  ['Cabinet<!-- lead --> quits', 'Cabinet quits'],
  ['Cabinet<!-- lead --!> quits', 'Cabinet quits'],
  ['Cabinet<!--> quits', 'Cabinet quits'],
  ['Cabinet<!---> quits', 'Cabinet quits'],
  ['A <iframe src="x">fallback</iframe>b', 'A b'],
  ['A <iframe src="x"/> b', 'A b'],
  ['A <applet code="x">no java</applet> b', 'A b'],
  ['A <embed src="x"> b', 'A b'],
  ['A <frame src="x"> b <frameset cols="*"> c', 'A b c'],
  ['A <link rel=x href=y> b', 'A b'],
  ['A <style>b{}</style> c', 'A c'],
  ['A <SCRIPT type="x">1<2</SCRIPT> c', 'A c'],
  ['A <script src=x /> c', 'A c'],
  ['A <noscript>on</noscript> c', 'A on c'],
  ['List<String> wins', 'List<String> wins'],
  ['Readers <3 it: 2 < 3', 'Readers <3 it: 2 < 3'],
  ['a < b and c > d', 'a < b and c > d'],
  ['Prices <b>up</b> &lt;i&gt;again&lt;/i&gt;', 'Prices up again'],
  ['<![CDATA[Inner <b>x</b>]]>', 'Inner x'],
  ['<!DOCTYPE html>Talks <![endif]--> go on', 'Talks go on'],
  ['Talks <![if !IE]>go<![endif]> on', 'Talks go on'],
  ['Talks <?php echo 1 ?>go on', 'Talks go on'],
  ['Talks <?xml version="1.0"?> go on', 'Talks go on'],
  ['Iran\u0092s envoy: \u0093no deal\u0094 \u0096 talks stall', 'Iran’s envoy: “no deal” – talks stall'],
  ['Kyiv\u0097Moscow', 'Kyiv—Moscow'],
  ['Wait\u0085 what', 'Wait… what'],
  ['Iran&#146;s &#x92; &#X93;q&#X94; &#x0096; ok', 'Iran’s ’ “q” – ok'],
  ['Iran&amp;#146;s', 'Iran’s'],
  ['Iran&#146s envoy &#39s', "Iran’s envoy 's"],
  ['AT&T #1 &#x; &# 5', 'AT&T #1 &#x; &# 5'],
  ['Euro &#128;100 &#153;', 'Euro €100 ™'],
  ['A <svg><title>x</title></svg> b', 'A b'],
  ['A <video controls>Your browser</video> b', 'A b'],
  ['A <audio src=x>no</audio> b', 'A b'],
  ['A <button onclick="x">More</button> b', 'A More b'],
  ['A <select><option>1</option></select> b', 'A 1 b'],
  ['A <time datetime="2026">today</time> b', 'A today b'],
  ['A <textarea>x</textarea> b', 'A x b'],
  ['A <math><mi>x</mi></math> b', 'A x b'],
  ['A <font color=red>red</font> b', 'A red b'],
  ['A <o:p></o:p> b <st1:place>Riga</st1:place>', 'A b Riga'],
  ['A <custom-tag>x</custom-tag>', 'A <custom-tag>x</custom-tag>'],
  ['A <ruby>漢<rt>kan</rt></ruby> b', 'A 漢kan b'],
  ['Tre\u0302ve a\u0300 Gaza', 'Trêve à Gaza'],
  ['Заи\u0306м Киеву', 'Займ Киеву'],
  ['ا\u0654و\u0654كرانيا', 'أؤكرانيا'],
  ['Pr\ufffdsident', 'Pr\ufffdsident'],
  ['Указ\ufffd', 'Указ'],
  ['\ufffd\ufffd One', 'One'],
  ['A <script>never ends', 'A'],
  ['A <iframe src=x> never ends', 'A never ends'],
  ['A <br/>b<br>c', 'A b c'],
  ['One <img src="x" onerror="a>b"> two', 'One two'],
  ['a&nbsp;b&#160;c&#xA0;d', 'a b c d'],
  ['Sm&oslash;r &amp;amp; br&#xf8;d', 'Smør & brød'],
])('%j is %j', (marked, title) => {
  expect(plainTitle(marked)).toBe(title);
});

test('what a script or a frame holds is no part of a title of elements', async () => {
  const xhtml = (inside: string) =>
    `<entry><id>1</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${inside}</div></title></entry>`;
  expect(await titlesOf(atom(xhtml('Cabinet <script>var a=1;</script>quits')))).toEqual(['Cabinet quits']);
  expect(await titlesOf(atom(xhtml('Cabinet <style>p{}</style><b>quits</b><iframe>no frames</iframe>')))).toEqual(['Cabinet quits']);
  expect(await titlesOf(rss(item('Cabinet <h:script xmlns:h="http://www.w3.org/1999/xhtml">1</h:script>quits')))).toEqual([
    'Cabinet quits',
  ]);
});

test('marks of windows-1252 by number are those marks in every reader', async () => {
  const title = 'Iran&#146;s envoy: &#x93;no deal&#X94; &#0150; talks stall';
  expect(await titlesOf(rss(item(title)))).toEqual(['Iran’s envoy: “no deal” – talks stall']);
  expect(await titlesOf(rss(item(`${title} & more`)))).toEqual(['Iran’s envoy: “no deal” – talks stall & more']);
  expect(await titlesOf(rss(item(`<![CDATA[${title}]]>`)))).toEqual(['Iran’s envoy: “no deal” – talks stall']);
});

test('a title whose letters are lost is left out with its reason, one that lost a letter is not', async () => {
  const { headlines, dropped } = await made(
    rss(
      item('Präsident übt Gespräch über Ölpreise für März') + item('Pr\ufffdsident sagt ab') + item('Mix \ufffd\ufffd\ufffd\ufffd\ufffd x'),
    ),
  );
  expect(headlines.map(({ title_original }) => title_original)).toEqual([
    'Präsident übt Gespräch über Ölpreise für März',
    'Pr\ufffdsident sagt ab',
  ]);
  expect(dropped).toEqual([{ item: expect.any(String), reason: expect.stringContaining('in no charset') }]);
});

test('a feed most of whose letters are lost is refused in a sentence', async () => {
  await expect(titlesOf(rss(item('\ufffd\ufffd\ufffd\ufffd \ufffd\ufffd')))).rejects.toThrow(
    /^It is not UTF-8, and its letters fit neither/,
  );
});

test.each([
  ['"Ban on ""filling stations"" takes effect"', 'Ban on "filling stations" takes effect'],
  ['"We will not yield"', '"We will not yield"'],
  ['"Yes" and "no": minister on ""', '"Yes" and "no": minister on ""'],
])('a title that was a field of a table is read as it was before: %s', (title, before) => {
  expect(asBefore(title)).toBe(before);
});
