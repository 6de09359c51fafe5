// One story of the brief: what happened and who says so, how outlets word it with their own words, who is silent, and the links.
import type { Edition, Frame, Link, Story } from '../../edition/edition.js';
import { countName, valueInWords } from '../../family/count-name.js';
import { counted, countryName, listed, moment } from '../words.js';
import { type Block, familyHref, hrefOf, type Places, type Run, textRun } from './document.js';

const mostNamed = 6;
const mostQuotes = 3;

/** `places` says where links lead; with `why` it also tells how the weight adds up. */
export function storyBlocks(story: Story, edition: Edition, places: Places, why = false): Block[] {
  const time = (at: string) => moment(new Date(at), edition.timeZone);
  const points = [...actItems(story), ...figureItems(story, time), ...disputeItems(story), ...silentItems(story)];
  return [
    { kind: 'heading', level: 3, id: `ef-${story.ef}`, runs: [textRun(story.title, familyHref(places, story.ef))] },
    { kind: 'paragraph', runs: [textRun(standing(story, time), { quiet: true })] },
    ...(why ? weightBlocks(story) : []),
    ...continuesBlocks(story, places),
    ...(points.length > 0 ? [list(points)] : []),
    ...frameBlocks(story),
    {
      kind: 'paragraph',
      runs: [textRun(story.links.length < story.titles ? `Read, of each outlet first its first:` : 'Read:', { quiet: true })],
    },
    { kind: 'list', items: linkItems(story.links) },
  ];
}

function list(items: Run[][]): Block {
  return { kind: 'list', items };
}

/** "Weight 91 of 100: tier 1 36, 12 outlets 29". */
function weightBlocks({ importance, importanceWhy }: Story): Block[] {
  if (importance === null) return [];
  const parts = importanceWhy.map(({ what, points }) => `${what} ${points}`).join(', ');
  return [{ kind: 'paragraph', runs: [textRun(`Weight ${importance} of 100: ${parts}`, { quiet: true })] }];
}

function continuesBlocks({ continues }: Story, places: Places): Block[] {
  if (continues === null) return [];
  const { ef, title } = continues;
  return [{ kind: 'paragraph', runs: [textRun(`Goes on from ef:${ef}: `), textRun(title, familyHref(places, ef))] }];
}

function standing(
  { state, ef, theaterName, eventType, importance, titles, inSpan, outlets, firstAt, lastAt, watched = [] }: Story,
  time: (at: string) => string,
): string {
  const weight = importance === null ? 'not enriched yet' : `weight ${importance} of 100`;
  const told = outlets.length === 1 ? `told by ${outlets[0]} alone, confirmed by nobody` : `${counted(outlets.length, 'outlet')}`;
  const span = time(firstAt) === time(lastAt) ? time(firstAt) : `${time(firstAt)} to ${time(lastAt)}`;
  const fresh = inSpan === titles ? '' : `, ${inSpan} of them in this edition`;
  const marked = watched.length === 0 ? '' : `watched: ${listed(watched)} · `;
  return `${marked}${state} · ${theaterName} · ${eventType} · ${weight} · ${counted(titles, 'headline')}${fresh} · ${told} · ${span} · ef:${ef}`;
}

/** "an attack by Russia on Ukraine — said by 7 outlets: A, B". */
function actItems({ acts }: Story): Run[][] {
  return acts.map((act) => [
    textRun(act.text, { strong: true }),
    textRun(
      ` — ${act.basis}: ${named(act.outlets)}${act.onlyStateMediaOf ? `; only state media (${countryName(act.onlyStateMediaOf)}) tell it` : ''}`,
    ),
  ]);
}

function figureItems({ figures }: Story, time: (at: string) => string): Run[][] {
  return figures.map(({ course, ...count }) => {
    const steps = course.map((step) => `${valueInWords(step, count.unit)} (${named(step.outlets)}, ${time(step.at)})`);
    return [textRun(countName(count), { strong: true }), textRun(` — ${steps.join('; before that ')}`)];
  });
}

function disputeItems({ disputed }: Story): Run[][] {
  return disputed.map(({ question, answers }) => [
    textRun('Disputed: ', { strong: true }),
    textRun(`${question} ${answers.map(({ answer, outlets }) => `${answer} (${named(outlets)})`).join('; ')}`),
  ]);
}

function silentItems({ silent }: Story): Run[][] {
  return silent.map(({ told, missing }) => [textRun('Left out: ', { strong: true }), textRun(`${told}, not told by ${named(missing)}`)]);
}

/** Nothing where one outlet alone tells: there is nothing to compare. */
function frameBlocks({ frames, outlets }: Story): Block[] {
  if (outlets.length < 2) return [];
  const columns = frames.map((frame): Block[] => [
    {
      kind: 'paragraph',
      runs: [textRun(frame.title, { strong: true }), textRun(` — ${named(frame.outlets)} (${frame.basis})`, { quiet: true })],
    },
    { kind: 'list', items: [...frame.statements.map((text) => [textRun(text)]), ...quoteItems(frame)] },
  ]);
  return columns.length > 1 ? [{ kind: 'beside', columns }] : columns.flat();
}

function quoteItems({ quotes }: Frame): Run[][] {
  return quotes
    .slice(0, mostQuotes)
    .map(({ quote, outlet, url }) => [textRun(`“${quote}”`, hrefOf(url)), textRun(` ${outlet}`, { quiet: true })]);
}

function linkItems(links: readonly Link[]): Run[][] {
  return links.map(({ outlet, lang, title, url }) => [
    textRun(`${outlet}${lang === 'en' ? '' : ` (${lang})`}: `, { quiet: true }),
    textRun(title, hrefOf(url)),
  ]);
}

function named(outlets: readonly string[]): string {
  const rest = outlets.length - mostNamed;
  return rest > 0 ? `${outlets.slice(0, mostNamed).join(', ')} and ${rest} more` : listed(outlets);
}
