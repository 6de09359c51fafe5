// The least that reading feeds into a table can be: fetch, rss-parser, one insert a feed, sixteen at once. Knows nothing of charsets,
// limits, duplicates, languages and failures. Arguments: the database's settings and the addresses, as JSON.
import postgres from 'postgres';
import RssParser from 'rss-parser';

const database = JSON.parse(process.argv[2] ?? '{}') as Record<string, string>;
const urls = JSON.parse(process.argv[3] ?? '[]') as string[];
const sql = postgres({ ...database, max: 8, onnotice: () => undefined });
const parser = new RssParser();

interface BareItem {
  guid?: string | undefined;
  id?: string | undefined;
  link?: string | undefined;
  title?: string | undefined;
  isoDate?: string | undefined;
  contentSnippet?: string | undefined;
}

await Promise.all(
  Array.from({ length: 16 }, async () => {
    for (let url = urls.pop(); url !== undefined; url = urls.pop()) await read(url);
  }),
);
await sql.end();

async function read(url: string): Promise<void> {
  const text = await (await fetch(url)).text();
  const items: BareItem[] = text.startsWith('{') ? JSON.parse(text).items : (await parser.parseString(text)).items;
  const column = (of: (item: BareItem) => string | undefined) => items.map((item) => of(item) ?? null);
  await sql`
    insert into bare_titles (feed, guid, title, link, published_at, description)
    select ${url}, * from unnest(
      ${column((item) => item.guid ?? item.id ?? item.link)}::text[], ${column((item) => item.title)}::text[],
      ${column((item) => item.link)}::text[], ${column((item) => item.isoDate)}::timestamptz[],
      ${column((item) => item.contentSnippet)}::text[])
    on conflict do nothing`;
}
