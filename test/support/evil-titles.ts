// Titles that want to act on what shows them: pages, Markdown, terminals, spreadsheets, feed readers.
import type { Sql } from 'postgres';

/** A title and its address. */
export const evil: readonly (readonly [title: string, url: string])[] = [
  ["<script>alert('x')</script>", 'javascript:alert(1)'],
  ['[click](javascript:alert(1)) **bold** `code` ![x](data:image/png;base64,AA)', 'data:text/html,<script>alert(1)</script>'],
  ['\u202eevil\u202c \u2066turned\u2069 \u200fround', 'https://evil.example/?a="><script>'],
  ['\u001b[31mred\u001b[0m \u0007bell \u009b2J \u0000\u0008gone'.replaceAll('\0', ''), 'https://evil.example/\u0007'],
  ["=cmd|'/C calc'!A0", 'https://evil.example/=1'],
  ['@SUM(1+1)*cmd', 'ftp://evil.example/'],
  ['+1-1', 'https://user:pass@evil.example/'],
  ['-2+3"quoted", with\tcommas', 'not an address'],
  ['＝１＋１', 'https://evil.example/wide'],
  ['x'.repeat(500), `https://evil.example/${'y'.repeat(500)}`],
  [']]> <![CDATA[ &amp; &lt;b&gt; \ud800 \ufffe \uffff', 'vbscript:x'],
];

/** Puts them into a family as titles, each the name of it for a moment, and writes what is found of it anew. */
export async function harm(sql: Sql, family: number): Promise<void> {
  for (const [at, [title, url]] of evil.entries()) {
    const text = title.toWellFormed();
    await sql`
      insert into titles (feed_id, title_hash, title_original, title_display, title_norm, publisher_name, lang, published_at, published_at_from, raw,
        status, strategic_tier, gated_at, ef_id, url)
      values (1, ${`evil ${at}`}, ${text}, ${text}, ${text.toLowerCase()}, ${at % 2 === 0 ? text.slice(0, 80) : 'Evil <b>Post</b>'}, 'en',
        '2026-03-11T09:30:00Z', 'item', '{}', 'gate_keep', 1, now(), ${family}, ${url})`;
  }
  await sql`update event_families set title = ${evil
    .map(([title]) => title.toWellFormed())
    .join(' ')
    .slice(0, 120)}, summary = ${evil[0]?.[0] ?? ''} where ef_id = ${family}`;
}
