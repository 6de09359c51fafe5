// `sni brief`: what the headlines of a span of time tell, in five formats; kept as numbered editions, or sent by mail.
import { type Command, Option } from 'commander';
import type { App } from '../app.js';
import { changesOf } from '../edition/changes.js';
import type { Edition } from '../edition/edition.js';
import { readEdition } from '../edition/read.js';
import { watchNamed } from '../search/watch.js';
import { wholeNumber } from '../whole-number.js';
import { withApp } from './app.js';
import { briefOf } from './brief/brief.js';
import { htmlOf } from './brief/html.js';
import { keepEdition, keptBefore, keptEdition } from './brief/kept.js';
import { mailOf } from './brief/mail.js';
import { markdownOf } from './brief/markdown.js';
import { canSend, notConfigured, sendBrief } from './brief/send.js';
import { briefText } from './brief/text.js';
import { jsonText } from './clean.js';
import { DeskError, exitCodes } from './end.js';
import { makeScreen, type Screen } from './screen.js';
import { timeArgument } from './time.js';
import { writeWhole } from './whole-file.js';
import { counted } from './words.js';

const formats = ['text', 'md', 'html', 'json', 'email'] as const;

interface Asked {
  since: string;
  until?: string;
  theater?: string;
  watch?: string;
  format: (typeof formats)[number];
  most: number;
  edition?: number;
  why: boolean;
  keep: boolean;
  out?: string;
  send: boolean;
}

export function addBrief(program: Command, screen: Screen): void {
  program
    .command('brief')
    .description(
      'Tell what the headlines of a time say: new, growing, continuing and fading stories, who says what in which words, and who is silent.',
    )
    .option('--since <time>', 'from when: a span back such as 24h, "yesterday", or 2026-11-27 ["14:30"]', '24h')
    .option('--until <time>', 'until when, likewise (default: now)')
    .option('--theater <id>', 'only this theater, such as UKRAINE')
    .option('--watch <name>', 'only what is on this watchlist, see "sni watch"')
    .addOption(new Option('-f, --format <format>', 'how').choices(formats).default('text'))
    .option('--most <n>', 'tell at most n stories, the weightiest', wholeNumber(500), 30)
    .option('--why', 'with how each weight adds up', false)
    .option('--keep', 'keep it as a numbered edition', false)
    .option('--edition <n>', 'a kept edition as it was then', wholeNumber())
    .option('-o, --out <file>', 'write it to a file, whole or not at all')
    .option(
      '--send',
      'send it by mail, as brief.mail in sni.yaml and SMTP_URL say; with --out it is no error where they say nothing',
      false,
    )
    .addHelpText(
      'after',
      `
Nothing stands in it that is not stored: each sentence names its outlets, each quotation is to the letter. The same store and the same
--since and --until make the same bytes.

Examples:
  sni brief
  sni brief --since yesterday --theater UKRAINE
  sni brief --since 24h --format html --out brief.html
  sni brief --since yesterday --keep --format email | sendmail anna@example.org
  sni brief --edition 7 --format md`,
    )
    .action((asked: Asked, command: Command) =>
      withApp(command, async (app) => {
        const { edition, number } = await editionOf(app, asked);
        if (asked.send) await send(app, edition, number, asked, screen);
        if (asked.send && asked.out === undefined) return;
        const text = rendered(edition, number, asked, screen);
        if (asked.out === undefined) screen.write(text);
        else {
          await writeWhole(asked.out, 'The brief', ({ write }) => write(text));
          screen.note(`Written to ${asked.out}.`);
        }
      }),
    );
}

async function editionOf({ sql, config }: App, asked: Asked): Promise<{ edition: Edition; number: string | null }> {
  if (asked.edition !== undefined) {
    const kept = await keptEdition(sql, String(asked.edition));
    if (!kept) throw new DeskError(`There is no kept edition ${asked.edition}. "sni brief --keep" keeps one.`);
    return { edition: kept, number: String(asked.edition) };
  }
  const { timeZone, theaters } = config;
  const theater = asked.theater ?? null;
  if (theater !== null && !(theater in theaters))
    throw new DeskError(`There is no theater ${theater}. There are: ${Object.keys(theaters).join(', ')}.`, exitCodes.wrongConfiguration);
  const now = new Date();
  const since = timeArgument('--since', asked.since, now, timeZone);
  const until = asked.until === undefined ? now : timeArgument('--until', asked.until, now, timeZone);
  if (since >= until) throw new DeskError('--since is not before --until: there is no time between them.', exitCodes.wrongConfiguration);
  const watch = asked.watch === undefined ? undefined : await watchNamed(sql, asked.watch);
  const edition = await readEdition(sql, { since, until, theater, watch, timeZone, theaters, most: asked.most });
  const before = await keptBefore(sql, edition);
  if (before !== null)
    edition.changes = { edition: before.number, until: before.edition.until, stories: changesOf(before.edition, edition) };
  return { edition, number: asked.keep ? await keepEdition(sql, edition) : null };
}

/** With --out the brief is written all the same where nobody is named. */
async function send({ config }: App, edition: Edition, number: string | null, { out, why }: Asked, screen: Screen): Promise<void> {
  if (out !== undefined && !canSend(config.brief)) return screen.note(`${notConfigured} Not sent.`);
  const blocks = briefOf(edition, number, {}, why);
  const title = titleOf(number);
  const letter = { subject: `${title}, ${edition.until.slice(0, 10)}`, text: briefText(blocks, plainScreen), html: htmlOf(blocks, title) };
  screen.note(`Sent to ${counted(await sendBrief(config.brief, letter), 'address', 'addresses')}.`);
}

const plainScreen = makeScreen({ write: () => true });

function titleOf(number: string | null): string {
  return `SNI brief${number === null ? '' : ` ${number}`}`;
}

function rendered(edition: Edition, number: string | null, { format, out, why }: Asked, screen: Screen): string {
  if (format === 'json') return `${jsonText(edition, screen.columns === null ? undefined : 2)}\n`;
  const blocks = briefOf(edition, number, {}, why);
  const title = titleOf(number);
  if (format === 'md') return markdownOf(blocks);
  if (format === 'html') return htmlOf(blocks, title);
  if (format === 'email') return mailOf({ title, edition, text: briefText(blocks, plainScreen), html: htmlOf(blocks, title) });
  return briefText(blocks, out === undefined ? screen : plainScreen);
}
