// Names of months in the languages of the news. English is looked up at once; the others come from the calendar data that Node carries,
// and are made only when a feed writes one.

const english = 'january february march april may june july august september october november december'.split(' ');
const byName = new Map<string, number>(
  english.flatMap((name, at) => [
    [name, at + 1],
    [name.slice(0, 3), at + 1],
  ]),
);
byName.set('sept', 9);

/** Where two languages give a name to different months, the language that stands first here has it. */
const languages = [
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'ru',
  'uk',
  'nl',
  'pl',
  'sv',
  'da',
  'nb',
  'fi',
  'cs',
  'sk',
  'hu',
  'ro',
  'tr',
  'el',
  'bg',
  'sr',
  'sr-Latn',
  'ca',
  'id',
  'vi',
  'ar',
  'ar-SY',
  'he',
  'fa-u-ca-gregory',
  'hi',
  'et',
  'lv',
  'lt',
  'hr',
  'de-AT',
  'sl',
  'mk',
  'be',
  'is',
  'sq',
  'gl',
  'eu',
  'az',
  'kk',
  'ka',
  'hy',
  'th-u-ca-gregory',
  'ms',
  'sw',
  'bn',
  'ur',
  'ta',
  'te',
  'mr',
  'ne',
];

/**
 * 1 to 12; null for what is no month's name. Short forms count from three letters on where no other month begins like them, unless the
 * `whole` name is asked for.
 */
export function monthOf(name: string, whole = false): number | null {
  const known = byName.get(name) ?? byName.get(name.toLowerCase());
  if (known) return known;
  foreign ??= foreignNames();
  const bare = bareName(name);
  const exact = foreign.get(bare) ?? (bare.startsWith('ב') ? foreign.get(bare.slice(1)) : undefined);
  if (exact) return exact;
  if (whole || bare.length < 3) return null;
  const begun = new Set<number>();
  for (const [long, month] of [...byName, ...foreign]) if (long.startsWith(bare)) begun.add(month);
  const [only] = begun;
  return begun.size === 1 && only ? only : null;
}

let foreign: Map<string, number> | null = null;

function foreignNames(): Map<string, number> {
  const names = new Map<string, number>();
  for (const language of languages) {
    for (const format of [
      { month: 'long' },
      { month: 'short' },
      { month: 'long', day: 'numeric' },
      { month: 'short', day: 'numeric' },
    ] as const) {
      const calendar = new Intl.DateTimeFormat(language, { ...format, timeZone: 'UTC', numberingSystem: 'latn' });
      for (let month = 0; month < 12; month++) {
        const part = calendar.formatToParts(Date.UTC(2026, month, 15)).find(({ type }) => type === 'month');
        const name = bareName(part?.value ?? '');
        if (/\p{L}/u.test(name) && !names.has(name)) names.set(name, month + 1);
      }
    }
  }
  return names;
}

/** Small letters without accents and dots. */
function bareName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase();
}
