// What is new against an earlier edition, as blocks.
import type { Change, Changes, News } from '../../edition/edition.js';
import { countName } from '../../family/count-name.js';
import { listed, moment } from '../words.js';
import { type Block, familyHref, type Places, type Run, run } from './document.js';

/** Nothing where nothing is new. */
export function changeBlocks({ edition, until, stories }: Changes, timeZone: string, places: Places): Block[] {
  if (stories.length === 0) return [];
  return [
    { kind: 'heading', level: 2, runs: [run(`New since edition ${edition}, of ${moment(new Date(until), timeZone)}`)] },
    ...stories.flatMap((story) => storyBlocks(story, places)),
  ];
}

function storyBlocks({ ef, title, news }: Change, places: Places): Block[] {
  return [
    { kind: 'paragraph', runs: [run(title, { strong: true, ...familyHref(places, ef) }), run(` ef:${ef}`, { quiet: true })] },
    { kind: 'list', items: news.map(itemOf) },
  ];
}

function itemOf(news: News): Run[] {
  if (news.kind === 'word') return [run(`${listed(news.outlets)} ${news.outlets.length === 1 ? 'words' : 'word'} it “${news.word}”`)];
  if (news.kind === 'act')
    return [
      run(
        `${listed(news.outlets)} ${news.outlets.length === 1 ? 'tells' : 'tell'} of ${news.text}${news.isNew ? '' : ', as others did before'}`,
      ),
    ];
  if (news.kind === 'figure')
    return [
      run(`${countName(news)}: ${news.now} (${listed(news.outlets)})`),
      ...(news.before === null ? [] : [run(`; before, ${news.before}`)]),
    ];
  return [run(`Disputed now: ${news.question}`)];
}
