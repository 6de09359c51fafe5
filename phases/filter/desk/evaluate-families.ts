// `sni eval families`: how well headlines are put into families, measured on a labelled file, as P3 would without a model: gated and read,
// claim by claim, in order of time.
import { type Command, InvalidArgumentError, Option } from 'commander';
import { settingsOf } from '../../../lib/desk/app.js';
import { DeskError } from '../../../lib/desk/end.js';
import { fields } from '../../../lib/desk/prose.js';
import type { Screen } from '../../../lib/desk/screen.js';
import { counted } from '../../../lib/desk/words.js';
import { meaningsIn } from '../../../lib/evidence/meanings.js';
import { unsureLogits } from '../../../lib/matching/doubts.js';
import { wholeNumber } from '../../../lib/whole-number.js';
import { type FamilyFigures, familyFigures } from './families-score.js';
import { placeJudged } from './judged-families.js';
import { shuffled } from './shuffled.js';
import { inOrderOfTime, newsTitles, placed, readStories, storyExample } from './story-file.js';

export function addEvaluateFamilies(evaluate: Command, screen: Screen): void {
  evaluate
    .command('families')
    .description('Measure how labelled headlines are put into families, as P3 does without a model.')
    .argument('<file>', `one JSON object a line: ${storyExample}`)
    .option('--claim <titles>', 'headlines that are placed together', wholeNumber(10_000), 50)
    .option('--seed <number>', 'shuffle the file by this number instead of taking it in order of time', wholeNumber())
    .addOption(
      new Option(
        '--judge <who>',
        'ask about what the models are not sure of, and count the questions: labels answers by the labels',
      ).choices(['labels']),
    )
    .option(
      '--unsure <logits>',
      `how far short of sure a merge may be and is still asked about: the more, the more questions (${unsureLogits})`,
      logits,
    )
    .option(
      '--json',
      'print one JSON object: n, stories, families, bcubed, alone, off, largestFamily, largestStory, singletons, ...',
      false,
    )
    .addHelpText(
      'after',
      '\nAlone is the F1 of leaving every headline alone; off the share of headlines in families of ten and more that are not of the family’s main story. Headlines of which any lacks published_at have no time: then nothing is too far apart.\n\nExamples:\n  sni eval families labelled.jsonl\n  sni eval families labelled.jsonl --seed 3 --json | jq .bcubed.f1',
    )
    .action(
      async (
        file: string,
        options: { claim: number; seed?: number; judge?: 'labels'; unsure?: number; json: boolean },
        command: Command,
      ) => {
        const { rows, bad } = await readStories(file);
        if (rows.length === 0)
          throw new DeskError([`${file} holds no labelled headline; nothing was measured.`, ...bad.slice(0, 20)].join('\n'));
        const startedAt = performance.now();
        const timed = rows.every(({ at }) => at !== null);
        const ordered = options.seed === undefined ? inOrderOfTime(rows, timed) : shuffled(rows, options.seed);
        const settings = settingsOf(command);
        const [titles, meaningsOf] = [await newsTitles(ordered, settings), meaningsIn(settings.root)];
        const storyOf = (titleId: string): string => ordered[Number(titleId) - 1]?.story ?? '';
        const { groups, questions } = options.judge
          ? placeJudged(titles, { meaningsOf, timed, claim: options.claim, unsure: options.unsure ?? unsureLogits }, storyOf)
          : { groups: placed(titles, meaningsOf, timed, options.claim), questions: 0 };
        const figures = familyFigures(ordered.map(({ story }, at) => ({ gold: story, group: groups[at] ?? '' })));
        const result = {
          ...figures,
          modelCalls: questions,
          seconds: Math.round((performance.now() - startedAt) / 10) / 100,
          peakMiB: Math.round(process.resourceUsage().maxRSS / 1024),
        };
        if (options.json) screen.json(result);
        else screen.print(report(result, screen));
        if (bad.length > 0)
          throw new DeskError([`${counted(bad.length, 'line')} of ${file} could not be used:`, ...bad.slice(0, 20)].join('\n'));
      },
    );
}

function logits(text: string): number {
  if (/^\d(?:\.\d+)?$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Allowed is a number from 0 to 9.9, such as 0.6.');
}

interface Result extends FamilyFigures {
  modelCalls: number;
  seconds: number;
  peakMiB: number;
}

function report(result: Result, screen: Screen): string {
  const { n, stories, families, bcubed, alone, off, largestFamily, largestStory, singletons, modelCalls, seconds, peakMiB } = result;
  const { precision, recall, f1 } = bcubed;
  return fields(
    [
      ['Headlines', String(n)],
      ['Stories', `${stories}, the largest of ${largestStory}`],
      ['Families', `${families}, the largest of ${largestFamily}, ${singletons} of one headline`],
      [
        'BCubed',
        `F1 ${f1.toFixed(3)}, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}; every headline alone: F1 ${alone.toFixed(3)}`,
      ],
      ['Off', `${(off * 100).toFixed(1)} % of the headlines in families of ten and more`],
      ['Questions', modelCalls === 0 ? '' : `${modelCalls}, ${(modelCalls / n).toFixed(3)} a headline`],
      ['Took', `${seconds} s, ${peakMiB} MiB at most`],
    ],
    screen,
  );
}
