// What is new in an edition against an earlier one: of stories that stand in both, who words them otherwise now, what is told, counted or disputed
// anew, and by whom.
import { valueInWords } from '../family/count-name.js';
import type { Change, Edition, News, Story } from './edition.js';

/** Stories with nothing new are left out. What an edition that was kept long ago does not know of is not new. */
export function changesOf(before: Edition, now: Edition): Change[] {
  const earlier = new Map(before.stories.map((story) => [story.ef, story]));
  return now.stories.flatMap((story): Change[] => {
    const was = earlier.get(story.ef);
    if (was === undefined) return [];
    const news = [...wordNews(was, story), ...actNews(was, story), ...figureNews(was, story), ...disputeNews(was, story)];
    return news.length === 0 ? [] : [{ ef: story.ef, title: story.title, news }];
  });
}

function wordNews(was: Story, story: Story): News[] {
  if (was.wordings === undefined) return [];
  const known = new Map(was.wordings.map(({ word, outlets }) => [word, outlets]));
  return (story.wordings ?? []).flatMap(({ word, outlets }): News[] => {
    const fresh = without(outlets, known.get(word));
    return fresh.length === 0 ? [] : [{ kind: 'word', word, outlets: fresh }];
  });
}

function actNews(was: Story, story: Story): News[] {
  const known = new Map(was.acts.map(({ text, outlets }) => [text, outlets]));
  return story.acts.flatMap(({ text, outlets }): News[] => {
    const fresh = without(outlets, known.get(text));
    return fresh.length === 0 ? [] : [{ kind: 'act', text, outlets: fresh, isNew: !known.has(text) }];
  });
}

function figureNews(was: Story, story: Story): News[] {
  const latest = (one: Story) => new Map(one.figures.map((figure) => [`${figure.what} ${figure.unit}`, figure.course[0]]));
  const known = latest(was);
  return story.figures.flatMap(({ what, unit, course: [last] }): News[] => {
    if (last === undefined) return [];
    const earlier = known.get(`${what} ${unit}`);
    const [now, before] = [valueInWords(last, unit), earlier === undefined ? null : valueInWords(earlier, unit)];
    return now === before ? [] : [{ kind: 'figure', what, unit, now, before, outlets: last.outlets }];
  });
}

function disputeNews(was: Story, story: Story): News[] {
  const known = was.disputed.map(({ question }) => question);
  return without(
    story.disputed.map(({ question }) => question),
    known,
  ).map((question) => ({ kind: 'dispute', question }));
}

function without(all: readonly string[], known: readonly string[] = []): string[] {
  return all.filter((one) => !known.includes(one));
}
