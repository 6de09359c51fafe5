// What is new against an earlier edition, as blocks.
import type { Change, Changes, News } from '../../edition/edition.js';
import { countName } from '../../family/count-name.js';
import { listed, moment } from '../words.js';
import { type Block, familyHref, type Places, type Run, textRun } from './document.js';

/** Nothing where nothing is new. */
export function changeBlocks({ edition, until, stories }: Changes, timeZone: string, places: Places): Block[] {
  if (stories.length === 0) return [];
  return [
    { kind: 'heading', level: 2, runs: [textRun(`New since edition ${edition}, of ${moment(new Date(until), timeZone)}`)] },
    ...stories.flatMap((story) => storyBlocks(story, places)),
  ];
}

function storyBlocks({ ef, title, news }: Change, places: Places): Block[] {
  return [
    { kind: 'paragraph', runs: [textRun(title, { strong: true, ...familyHref(places, ef) }), textRun(` ef:${ef}`, { quiet: true })] },
    { kind: 'list', items: news.map(itemOf) },
  ];
}

function itemOf(news: News): Run[] {
  if (news.kind === 'word') return [textRun(`${listed(news.outlets)} ${news.outlets.length === 1 ? 'words' : 'word'} it “${news.word}”`)];
  if (news.kind === 'act')
    return [
      textRun(
        `${listed(news.outlets)} ${news.outlets.length === 1 ? 'tells' : 'tell'} of ${news.text}${news.isNew ? '' : ', as others did before'}`,
      ),
    ];
  if (news.kind === 'figure')
    return [
      textRun(`${countName(news)}: ${news.now} (${listed(news.outlets)})`),
      ...(news.before === null ? [] : [textRun(`; before, ${news.before}`)]),
    ];
  return [textRun(`Disputed now: ${news.question}`)];
}
