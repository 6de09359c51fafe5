// Titles for the bench of families: invented, seeded, as news is: half of them alone, the others in stories of which a few are large, told in
// other words by each outlet, with places, parties and figures of their own and with the words that all news shares.
import type { NewsTitle } from '../../lib/matching/features.js';

const syllables = 'ba ke li mo nu ra se ti vo za du fe gi ho ja ku la me ni po qua ro su ta ve wi xa yo zu bri cla dre flo gra'.split(' ');
const parties = 'US RU UA CN IR IL EU DE FR GB IN PK TR SA EG JP KR KP SY IQ VE BR NG ET SD PL RS GE AM AZ'.split(' ');
const mechanisms =
  'strike sanctions summit diplomacy election protest policy trade-agreement cyber-operation energy-supply attack casualties'.split(' ');
const common =
  'says after over new talks president minister officials amid warns calls plan government report deal attack leader state court group border war peace security'.split(
    ' ',
  );
const verbs = 'strikes signs rejects condemns announces blocks seizes demands approves halts launches accuses detains backs expels'.split(
  ' ',
);

interface Story {
  party: string;
  other: string;
  mechanism: string;
  words: string[];
  figure: number;
  at: number;
  act: NewsTitle['acts'][number]['action'];
}

const actions = [
  'attack',
  'sanction',
  'visit_or_meet',
  'announce_or_state',
  'accuse',
  'demand',
  'condemn',
  'agree',
] as NewsTitle['acts'][number]['action'][];

/** So many titles over so many days, in order of time; the same ones each time. */
export function makeTitles(count: number, days = 3): NewsTitle[] {
  let state = 7;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const one = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)] as Value;
  // Words are as common as words are: the n-th a n-th as often.
  const names = Array.from({ length: 20_000 }, () => Array.from({ length: 2 + Math.floor(random() * 2) }, () => one(syllables)).join(''));
  const rare = (): string => names[Math.floor(names.length ** random()) - 1] ?? '';
  const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
  const titles: NewsTitle[] = [];
  while (titles.length < count) {
    const story: Story = {
      ...{
        party: one(parties),
        other: one(parties),
        mechanism: one(mechanisms),
        figure: 2 + Math.floor(random() * 900),
        act: one(actions),
      },
      words: Array.from({ length: 9 }, (_, at) => (at < 3 ? capital(rare()) : rare())),
      at: random() * days * 24 * 3_600_000,
    };
    const size = random() < 0.5 ? 1 : Math.min(200, Math.ceil(1.5 / random()));
    for (let told = 0; told < size && titles.length < count; told++) titles.push(tell(story, titles.length, { random, one, rare }));
  }
  return titles.sort((a, b) => a.at.getTime() - b.at.getTime()).map((title, at) => ({ ...title, titleId: String(at + 1) }));
}

function tell(
  { party, other, mechanism, words, figure, at, act }: Story,
  number: number,
  { random, one, rare }: { random: () => number; one: <Value>(values: readonly Value[]) => Value; rare: () => string },
): NewsTitle {
  const own = words.filter(() => random() < 0.55);
  const text = [
    ...[one(common), ...own.slice(0, 3), one(verbs), ...own.slice(3), one(common), one(common), rare()],
    ...(random() < 0.4 ? [String(figure)] : []),
  ].join(' ');
  return {
    ...{
      titleId: '0',
      titleHash: String(number).padStart(9, '0'),
      text,
      lang: random() < 0.8 ? 'en' : 'de',
      publisher: `Outlet ${number % 300}`,
    },
    at: new Date(Date.UTC(2026, 2, 1) + at + random() * 20 * 3_600_000),
    actors: random() < 0.8 ? [party, other] : [party],
    mechanisms: [mechanism],
    ...{ tier: 1, kind: 'news', theater: null, eventType: null, loaded: [], figures: [] },
    acts: random() < 0.6 ? [{ source: party, action: act, target: other, mode: 'done', saidBy: null, start: 0, end: 1 }] : [],
  };
}
