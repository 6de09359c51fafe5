import { describe, expect, it } from 'vitest';
import { defaultEventTypes, defaultTheaters } from '../../../lib/config/lists.js';
import { describePrompt } from '../../../phases/generate/describe.js';
import { title } from '../../lib/matching/titles.js';
import { checkClaims } from '../../support/evidence.js';

const lists = { theaters: defaultTheaters, eventTypes: defaultEventTypes };
const names = new Map([
  ['RU', 'Russia'],
  ['UA', 'Ukraine'],
]);

const members = [
  title('‘They burned the grain again’: three dead in brutal Russian assault on Odesa', 'RU | strike casualties', {
    at: 9,
    publisher: 'Harbour Post',
  }),
  title('Russian drones hit Odesa port overnight, three killed, officials say', 'RU | strike casualties', {
    at: 5,
    publisher: 'Meridian Wire',
  }),
  title('Illegal attack on Odesa port: three killed by Russian drones', 'RU | strike casualties', { at: 7, publisher: 'Baltic Observer' }),
  title('Why did Russia hit Odesa port?', 'RU | strike', { at: 10, publisher: 'Federal Ledger' }),
  title('Odessa: Drei Tote im Hafen nach russischem Drohnenangriff', 'RU | strike casualties', { at: 6, lang: 'de', publisher: 'Zeitung' }),
  title('Death toll from Odesa port attack rises to 5', 'UA | strike casualties', { at: 30, publisher: 'Meridian Wire' }),
];
const prompt = describePrompt(members, names, lists);
const answer = prompt.offline();

describe('the offline description', () => {
  it('is named by the central headline that judges, asks and quotes nothing', () => {
    expect(answer.title).toBe('Russian drones hit Odesa port overnight, three killed, officials say');
  });

  it('says where and what it is', () => {
    expect(answer).toMatchObject({ theater: 'UKRAINE', event_type: 'Strategy/Tactics', key_actors: ['RU', 'UA'] });
  });

  it('has a timeline in order of time whose facts cite members', () => {
    const known = new Set(members.map((member) => member.titleId));
    expect(answer.timeline.length).toBeGreaterThan(1);
    expect(answer.timeline.map((fact) => fact.at)).toEqual(answer.timeline.map((fact) => fact.at).sort());
    for (const { cites } of answer.timeline) expect(cites.length > 0 && cites.every((id) => known.has(id))).toBe(true);
  });

  it('tells the later fact apart, cited by the one title that says it', () => {
    const later = answer.timeline.find((fact) => fact.fact.includes('rises to 5'));
    expect(later?.cites).toEqual([members[5]?.titleId]);
  });

  it('attributes every sentence of its summary to an outlet', () => {
    const sentences = answer.summary.split(/(?<=”\.) /);
    expect(sentences.length).toBeGreaterThanOrEqual(2);
    expect(sentences.length).toBeLessThanOrEqual(4);
    for (const sentence of sentences) expect(sentence).toMatch(/ writes?: “.+”\.$/u);
  });

  it('names with a headline only the outlets that wrote it', () => {
    const near = [
      title('Russian drones hit Odesa port, three killed', 'RU UA | strike casualties', { publisher: 'Meridian Wire' }),
      title('Russian drones hit Odesa port, three killed', 'RU UA | strike casualties', { publisher: 'Nairobi Courier' }),
      title('Russian drones hit port of Odesa, killing three', 'RU UA | strike casualties', { publisher: 'Harbour Post' }),
    ];
    const { summary, timeline } = describePrompt(near, names, lists).offline();
    expect(summary).toContain('Meridian Wire and Nairobi Courier write: “Russian drones hit Odesa port, three killed”.');
    expect(summary).not.toMatch(/Harbour Post and|, Harbour Post/u);
    const cites = timeline.find(({ fact }) => fact === 'Russian drones hit Odesa port, three killed')?.cites;
    expect(cites).toEqual(near.slice(0, 2).map(({ titleId }) => titleId));
  });

  it('is named by the headline that tells what most of them tell', () => {
    const told = [
      title('Grain markets calm after a week of strikes', 'UA | strike', { at: 1 }),
      title('Russia attacks Odesa port with drones', 'RU UA | strike', { at: 4 }),
      title('Russia attacks port of Odesa again', 'RU UA | strike', { at: 5 }),
    ];
    expect(describePrompt(told, names, lists).offline().title).toBe('Russia attacks Odesa port with drones');
  });

  it('is named by a headline of the larger part, where two parts of it tell different things', () => {
    const parts = [
      title('Digital taxes put trade talks under pressure', 'EU US | tariffs', { at: 5 }),
      title('‘You surrendered’ on trade deal, deputy tells Commission', 'EU | trade', { at: 1 }),
      title('‘Why blame us?’: Commission clashes with deputies over trade deal', 'EU | trade', { at: 9 }),
      title('Deputies scold Commission over trade deal', 'EU | trade', { at: 10 }),
    ];
    expect(describePrompt(parts, names, lists).offline().title).toBe('Deputies scold Commission over trade deal');
  });

  it('is named by a headline that need not be cut, where there is one', () => {
    const long = `Russia attacks Odesa port with drones, missiles and bombs overnight, ${'and again in the morning, '.repeat(3)}officials say`;
    const two = [
      title(long, 'RU UA | strike', { at: 1 }),
      title('Odesa port under attack by Russian drones overnight', 'RU UA | strike', { at: 4 }),
    ];
    expect(describePrompt(two, names, lists).offline().title).toBe('Odesa port under attack by Russian drones overnight');
  });

  it.each([
    ['Opinion | Three lies about the war in Odesa', 'Three lies about the war in Odesa'],
    ['Three dead in Odesa port | World News', 'Three dead in Odesa port'],
    ['Egypt sends aid convoy to Gaza - Foreign Affairs - Egypt', 'Egypt sends aid convoy to Gaza'],
    ['Talks end - no deal - in Geneva', 'Talks end - no deal - in Geneva'],
    ['(2nd LD) Three dead in Odesa port', 'Three dead in Odesa port'],
    ['Kim arrives in Beijing for parade (WATCH IN FULL)', 'Kim arrives in Beijing for parade'],
    ['Column | Three dead in Odesa port', 'Three dead in Odesa port'],
    ['Ukraine updates: Seoul says 2,000 troops killed', 'Seoul says 2,000 troops killed'],
    ['En direct, guerre en Ukraine : Zelensky annonce une réunion', 'Zelensky annonce une réunion'],
    ['Middle East crisis: 21,000 children disabled, UN says – as it happened', 'Middle East crisis: 21,000 children disabled, UN says'],
  ])('takes from "%s" the headline itself', (text, headline) => {
    expect(describePrompt([title(text)], names, lists).offline().title).toBe(headline);
  });

  it('stands on its titles and in its shape', () => {
    expect(checkClaims(prompt.claims(answer), prompt.sources, prompt.known)).toEqual([]);
    expect(prompt.shape.parse(answer)).toEqual(answer);
  });

  it('is the same in whatever order the members come', () => {
    expect(describePrompt([...members].reverse(), names, lists).offline()).toEqual(answer);
  });

  it('cuts a long headline at a word, and takes one in another language where there is no English one', () => {
    const long = describePrompt(
      [title(`Парламент ${'обсуждает поправки '.repeat(12)}`, 'GE | legislation', { lang: 'ru' })],
      names,
      lists,
    ).offline();
    expect(long.title.length).toBeLessThanOrEqual(120);
    expect(long.title).toMatch(/ (?:обсуждает|поправки)$/u);
  });

  it('gives a family without actors and mechanisms the catch-all theater', () => {
    expect(describePrompt([title('Something happened somewhere')], names, lists).offline()).toMatchObject({
      theater: 'GLOBAL',
      key_actors: [],
    });
  });
});

describe('an answer of a model', () => {
  it('loses the facts that do not stand, and its title and summary fall back to the rules', () => {
    const invented = {
      ...answer,
      title: 'Russian drones kill 17 in Odesa',
      summary: 'General Ivanov ordered the attack.',
      timeline: [...answer.timeline, { at: '2026-03-02T00:00:00Z', fact: 'Death toll rises to 9', cites: ['999'] }],
    };
    const problems = checkClaims(prompt.claims(invented), prompt.sources, prompt.known);
    expect(problems.map((problem) => problem.field)).toEqual(['title', 'summary', `timeline.${answer.timeline.length}`]);
    expect(prompt.without(invented, problems)).toEqual(answer);
  });

  it('may not name actors the titles do not hold', () => {
    expect(prompt.shape.safeParse({ ...answer, key_actors: ['US'] }).success).toBe(false);
  });

  it('is asked with headlines as data lines', () => {
    expect(prompt.user).toContain(`[${members[1]?.titleId}] 2026-03-01T05:00:00.000Z | Meridian Wire | en | Russian drones hit Odesa port`);
  });
});
