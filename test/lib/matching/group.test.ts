import { describe, expect, it } from 'vitest';
import type { NewsTitle } from '../../../lib/matching/features.js';
import type { Grouping } from '../../../lib/matching/group.js';
import { longestEventHours } from '../../../lib/matching/span.js';
import { companyOf, groupTitles, ids } from './grouped.js';
import { otherNews, title } from './titles.js';

describe('what belongs together', () => {
  it('joins paraphrases that share place, deed and figure but hardly a word', () => {
    const hits = title('Russia hits Ukrainian capital with drones, nine dead', 'RU UA | strike casualties');
    const killed = title('Nine killed in drone strikes on Kyiv', 'UA | strike casualties', { at: 2 });
    const groups = groupTitles([hits, killed, ...otherNews()], []);
    expect(companyOf(hits, groups)).toEqual(ids(hits, killed));
  });

  it('joins one event told in four languages', () => {
    const told = [
      title('Russian drones set Odesa grain terminal ablaze', 'RU | strike'),
      title('Удар России по Одессе: горит зерновой терминал', 'RU | strike', { lang: 'ru', at: 1 }),
      title('Odessa: Getreideterminal brennt nach Drohnenangriff', 'RU | strike', { lang: 'de', at: 3 }),
      title('Odessa : un terminal céréalier en feu après une frappe russe', 'RU | strike', { lang: 'fr', at: 4 }),
    ];
    const [first] = told;
    if (first === undefined) throw new Error('no title');
    expect(companyOf(first, groupTitles([...told, ...otherNews()], []))).toEqual(ids(...told));
  });

  it('joins a later title to the family it continues within hours, and to no other', () => {
    const odesa = { efId: '7', members: [title('Russian drones hit Odesa port, three killed', 'RU UA | strike casualties')] };
    const kharkiv = { efId: '8', members: [title('Russian glide bombs hit Kharkiv apartment block', 'RU UA | strike')] };
    const toll = title('Death toll from Odesa port attack rises to five', 'UA | strike casualties', { at: 20 });
    const groups = groupTitles([toll, ...otherNews()], [odesa, kharkiv]);
    expect(groups.find((group) => group.titles.includes(toll))?.family?.efId).toBe('7');
  });

  it('finds two families to be one event when a new title bridges them', () => {
    const english = { efId: '3', members: [title('Finland boards cargo ship over Baltic gas pipeline leak', 'FI | energy-supply')] };
    const russian = {
      efId: '5',
      members: [title('Утечка на газопроводе в Финляндии: задержано судно', 'FI | energy-supply', { lang: 'ru', at: 1 })],
    };
    const bridge = title('Finland detains ship after gas pipeline leak in Baltic Sea', 'FI | energy-supply', { at: 2 });
    const group = groupTitles([bridge, ...otherNews()], [english, russian]).find((found) => found.titles.includes(bridge));
    expect(group).toMatchObject({ family: { efId: '3' }, absorbs: [{ efId: '5' }] });
  });
});

describe('what stays apart', () => {
  it('keeps two strikes of the same actors on different cities apart', () => {
    const odesa = [
      title('Russian drones hit Odesa port, three killed', 'RU UA | strike casualties'),
      title('Three dead as Russia bombs Odesa grain port', 'RU UA | strike casualties', { at: 1 }),
    ];
    const ryazan = [
      title('Ukrainian drones set Ryazan refinery ablaze', 'RU UA | strike', { at: 1 }),
      title('Ryazan oil refinery burns after Ukrainian drone strike', 'RU UA | strike', { at: 2 }),
    ];
    const groups = groupTitles([...odesa, ...ryazan, ...otherNews()], []);
    expect(groups.filter((group) => group.titles.some((member) => [...odesa, ...ryazan].includes(member)))).toHaveLength(2);
  });

  it('keeps two sanctions of one issuer against different targets apart', () => {
    const belarus = title('EU sanctions Belarus over balloon incursions', 'EU BY | sanctions');
    const russia = title('EU adopts new sanctions package against Russian tankers', 'EU RU | sanctions', { at: 1 });
    expect(companyOf(belarus, groupTitles([belarus, russia, ...otherNews()], []))).toEqual(ids(belarus));
  });

  it('joins nothing by an actor that stands in a third of the titles', () => {
    const trump = [
      'Trump visits dairy farm in Wisconsin',
      'Trump praises chess champion',
      'Trump cancels ferry subsidy',
      'Trump names lighthouse keeper ambassador',
      'Trump sues newspaper over cartoon',
      'Trump to address bankers on Thursday',
      'Trump pardons rodeo rider',
      'Trump orders review of canal fees',
      'Trump lawyer quits',
      'Trump hosts Kazakh president',
      'Trump threatens film tax',
      'Trump aide denies memo',
      'Trump wants bigger ballroom',
      'Trump delays helicopter purchase',
      'Trump calls senator disloyal',
      'Trump meets hostage families',
    ].map((text, index) => title(text, 'US |', { at: index }));
    const groups = groupTitles([...trump, ...otherNews()], []);
    for (const { titles } of groups) expect(titles.filter((one) => trump.includes(one)).length).toBeLessThanOrEqual(1);
  });

  it('does not join headlines of two languages by the kind of act alone', () => {
    const german = title('Bundestag beschließt Wehrpflicht', 'DE | legislation', { lang: 'de' });
    const russian = title('Парламент Грузии принял закон об иностранных СМИ', 'GE | legislation', { lang: 'ru', at: 1 });
    expect(companyOf(german, groupTitles([german, russian, ...otherNews()], []))).toEqual(ids(german));
  });
});

describe('how long an event lasts', () => {
  it('founds a new family that continues the earlier one when an event goes on past 72 hours', () => {
    const first = title('Madagascar opposition contests presidential run-off', 'MG | election');
    const second = title('Madagascar run-off: opposition contests presidential result', 'MG | election', { at: 10 });
    const late = title('Madagascar court confirms presidential run-off result', 'MG | election', { at: longestEventHours + 2 });
    const groups = groupTitles([late, ...otherNews()], [{ efId: '9', members: [first, second] }]);
    expect(groups.find((group) => group.titles.includes(late))).toMatchObject({ family: undefined, continues: '9' });
  });

  it('never groups titles more than 72 hours apart, however alike', () => {
    const reports = [0, 30, 60, 90, 120].map((at) =>
      title('Ukraine and Russia hold peace talks in Geneva', 'RU UA | peace-process', { at }),
    );
    for (const { titles } of groupTitles([...reports, ...otherNews()], [])) {
      const times = titles.map((member) => member.at.getTime());
      expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(longestEventHours * 3_600_000);
    }
  });
});

describe('what the result depends on', () => {
  const window = [
    title('Russian drones hit Odesa port, three killed', 'RU UA | strike casualties'),
    title('Three dead as Russia bombs Odesa grain port', 'RU UA | strike casualties', { at: 1 }),
    title('Одесса: трое погибших при атаке на порт', 'UA | strike casualties', { lang: 'ru', at: 2 }),
    title('EU sanctions Belarus over balloons', 'EU BY | sanctions', { at: 3 }),
    title('Brussels punishes Minsk over balloon flights', 'EU BY | sanctions', { at: 4 }),
    ...otherNews(),
  ];
  const families = [
    { efId: '12', members: [title('Fire at Odesa grain terminal after drone attack', 'UA | strike')] },
    { efId: '4', members: [title('Minsk balloons close Vilnius airport', 'BY LT |')] },
  ];

  it('is the same in whatever order titles and families arrive', () => {
    const expected = groupTitles(window, families);
    for (let turn = 1; turn < 12; turn += 1) {
      const turned = [...window.slice(turn * 3), ...window.slice(0, turn * 3)].reverse();
      expect(groupTitles(turned, [...families].reverse())).toEqual(expected);
    }
  });

  it('is the same whichever title and family was stored first', () => {
    const storiesOf = (groups: readonly Grouping[]) =>
      groups
        .map(({ members }) =>
          members
            .map(({ text }) => text)
            .sort()
            .join('; '),
        )
        .sort();
    const renumbered = (titles: readonly NewsTitle[], from: number): NewsTitle[] =>
      titles.map((one, at) => ({ ...one, titleId: String(from - at) }));
    const expected = storiesOf(groupTitles(window, families));
    const turned = families.map(({ efId, members }) => ({
      efId: String(20 - Number(efId)),
      members: renumbered(members, 9_000 - Number(efId)),
    }));
    expect(storiesOf(groupTitles(renumbered(window, 8_000), turned))).toEqual(expected);
  });

  it('puts every title in exactly one group', () => {
    const placed = groupTitles(window, families).flatMap((group) => ids(...group.titles));
    expect([...placed].sort()).toEqual(ids(...window).sort());
  });

  it('makes no groups of no titles, and a group of a title without any words', () => {
    expect(groupTitles([], families)).toEqual([]);
    expect(groupTitles([title('!!!')], [])).toHaveLength(1);
  });
});
