// Words with two meanings ("strike a deal", "rail strike", "war on waste"): what the gate makes of them, by rule and by the hundreds.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { withTier } from '../../../phases/filter/tier.js';
import { readHeadline } from '../../support/read-headline.js';
import { gate, vocabulary } from '../../support/vocabulary.js';

const tiers = ['1', '2', '3', 'drop'];
const tierOf = (title: string, lang = 'en'): string => {
  const record = withTier(gate(title, lang), readHeadline(title, lang), vocabulary.mechanisms);
  return String(record.tier ?? 'drop');
};

interface Headline {
  lang: string;
  title: string;
  /** Each of these is right. */
  right: string[];
}

function headlines(part: string): Headline[] {
  return readFileSync(fileURLToPath(new URL(`./data/two-meanings-${part}.tsv`, import.meta.url)), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('lang\t'))
    .map((line) => {
      const [lang = '', expected = '', title = ''] = line.split('\t');
      const [first = '', last = first] = expected.split('-');
      return { lang, title, right: tiers.slice(tiers.indexOf(first), tiers.indexOf(last) + 1) };
    });
}

/** The unseen are the fair figure: of headlines not yet thought of, a third still get a wrong tier. */
describe.each([
  ['tuned', 0.93, 7, 0.95],
  ['held-out', 0.88, 5, 0.9],
  ['unseen', 0.67, 12, 0.85],
] as const)('of the %s headlines', (part, share, falseTier1, kept) => {
  const rows = headlines(part);
  const decided = rows.map((row) => ({ ...row, got: tierOf(row.title, row.lang) }));
  const wrong = decided.filter(({ got, right }) => !right.includes(got));

  it('so many get a tier that is right', () => {
    expect(rows.length).toBeGreaterThan(80);
    expect(1 - wrong.length / rows.length).toBeGreaterThanOrEqual(share);
  });

  it('only so many that are not hard power are tier 1, and few true strikes are not', () => {
    expect(wrong.filter(({ got }) => got === '1').length).toBeLessThanOrEqual(falseTier1);
    const hard = decided.filter(({ right }) => right.includes('1'));
    expect(hard.filter(({ got }) => got === '1').length / hard.length).toBeGreaterThanOrEqual(kept);
  });
});

describe('a word with two meanings', () => {
  it.each([
    ['Norway strikes fisheries deal with Russia', ['2', '3']],
    ['Dockers in Canada strike over pay', ['2']],
    ['Senators in Kenya attack budget plan', ['2', '3']],
    ['On this day in 1979: Soviet troops invade Afghanistan', ['3', 'drop']],
    ['Documentary about Korean war wins prize in Busan', ['drop']],
    ['Mayor declares war on litter', ['drop']],
    ['Egypt urges de-escalation between Chad and Sudan', ['2']],
    ['Heart attack kills Portuguese singer', ['drop']],
  ])('is read by the words beside it: %s', (title, right) => {
    expect(right).toContain(tierOf(title));
  });

  it.each([
    ['Sweden declares war on plastic bags', false],
    ['Eritrea declares war on Ethiopia', true],
    ['Ukraine marks anniversary of invasion', false],
    ['On anniversary of invasion, Russia fires missiles at Lviv', true],
    ['Film about hostage crisis opens in Iran', false],
    ['Israel strikes hospital in Gaza as film about siege opens', true],
  ])('keeps its hard meaning where its object or its clause says so: %s', (title, hard) => {
    expect(tierOf(title) === '1').toBe(hard);
  });

  it('shows what it was read as, and beside which word', () => {
    expect(gate('Nurses in Poland strike for third day', 'en').mechanisms).toEqual([
      { id: 'protest', term: '~strike', start: 17, end: 23, reading: 'labour', beside: 'Nurses' },
    ]);
  });

  it('makes tier 1 only in company where it is an everyday word', () => {
    expect(gate('Strike in Chad', 'en').tier).toBe(2);
    expect(gate('Chad answers Libya with strike', 'en').tier).toBe(1);
  });
});
