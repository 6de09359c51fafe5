// `sni read`: what one headline says, under it - who does what to whom, what it counts, where it belongs - or many from a file, one JSON
// object each. Needs no database.
import type { Command } from 'commander';
import { settingsOf } from '../../../lib/desk/app.js';
import { clean, jsonText } from '../../../lib/desk/clean.js';
import { DeskError } from '../../../lib/desk/end.js';
import { fields } from '../../../lib/desk/prose.js';
import { readingRows } from '../../../lib/desk/reading.js';
import type { Screen } from '../../../lib/desk/screen.js';
import { counted } from '../../../lib/desk/words.js';
import type { Reading } from '../../../lib/reading/whole.js';
import { headlineReader } from './headline-reader.js';
import { readJsonLines, shownValue } from './json-lines.js';
import { knownLanguage } from './known-language.js';

interface Options {
  lang: string;
  file?: string;
  json: boolean;
}

export function addRead(program: Command, screen: Screen): void {
  program
    .command('read')
    .description('Show what a headline says: who does what to whom, what it counts, its theater and type. What is not certain is left out.')
    .argument('[title...]', 'the headline')
    .option('--lang <code>', 'its language, such as en or zh', knownLanguage, 'en')
    .option('--file <file>', 'read many: one JSON object a line, {"title":"...","lang":"en"}; prints one JSON object for each')
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      '\nExamples:\n  sni read "Hungary refuses to condemn Russian strike on Odesa port"\n  sni read --lang de "Kreml: Kiew hat Waffenruhe gebrochen" --json\n  sni read --file titles.jsonl > readings.jsonl',
    )
    .action(async (words: string[], options: Options, command: Command) => {
      const { read, nameOf } = await headlineReader(settingsOf(command));
      if (options.file !== undefined) return readFile(options.file, options.lang, read, screen);
      if (words.length === 0) throw new DeskError('Give a headline, or a file of them with --file.', 78);
      const title = words.join(' ');
      const reading = read(title, options.lang);
      if (options.json) screen.json(plain(reading));
      else screen.print([clean(title), '', fields(readingRows(reading, nameOf), screen)].join('\n'));
    });
}

/** In order; what is no headline is named at the end. */
async function readFile(file: string, lang: string, read: (title: string, lang: string) => Reading, screen: Screen): Promise<void> {
  const bad: string[] = [];
  const lines = readJsonLines(file, '{"title":"...","lang":"en"}', ({ title, lang: own = lang }) => {
    if (typeof title !== 'string') return `"title" is ${shownValue(title)}; it must be a text.`;
    if (typeof own !== 'string') return `"lang" is ${shownValue(own)}; it must be a language code such as "en", or left out.`;
    return { title, lang: own };
  });
  for await (const line of lines) {
    if (typeof line === 'string') bad.push(line);
    else screen.write(`${jsonText(plain(read(line.title, line.lang)))}\n`);
  }
  if (bad.length > 0) throw new DeskError([`${counted(bad.length, 'line')} could not be read:`, ...bad.slice(0, 20)].join('\n'));
}

/** As `--json` prints it: without places in the title. */
function plain({ lang, kind, acts, figures, wording, theater, eventType }: Reading) {
  return {
    lang,
    kind,
    acts: acts.map(({ source, action, target, mode, saidBy }) => ({ source, action, target, mode, saidBy })),
    figures: figures.map(({ start: _, end: __, ...figure }) => figure),
    wording,
    theater,
    eventType,
  };
}
