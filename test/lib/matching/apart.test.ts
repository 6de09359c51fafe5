// Headlines that are alike in their words and name other actors: the more of them only one side names, the less likely they are one happening.
import { expect, test } from 'vitest';
import { Matcher } from '../../../lib/matching/matcher.js';
import { apart } from '../../../lib/matching/shared.js';
import trained from '../../../lib/matching/weights.json' with { type: 'json' };
import { companyOf, groupTitles, ids } from './grouped.js';
import { otherNews, title } from './titles.js';

const named = (counts: Record<string, number>) => new Map(Object.entries(counts));

test('each actor counts by the share of headlines that name it on one side and not on the other, and what both name against that', () => {
  expect(apart(named({ US: 1 }), 1, named({ US: 2 }), 2, 500)).toBeCloseTo(-0.65);
  expect(apart(named({ US: 1, RU: 1 }), 1, named({ US: 2, IN: 1 }), 2, 500)).toBeCloseTo(0.85);
  expect(apart(named({}), 1, named({ CN: 1, IN: 3 }), 4, 500)).toBeCloseTo(0.35);
});

test('that nobody is named speaks for nothing, and that somebody is hardly while few headlines are open', () => {
  expect(apart(named({}), 1, named({}), 4, 500)).toBeCloseTo(0);
  expect(apart(named({ US: 1 }), 1, named({ US: 2 }), 2, 10)).toBeCloseTo(-0.1);
});

test('two that are alike are one family where they name the same actors, and not where each names others', () => {
  const told = (gate: string) => title('Leaders renew ferry corridor pledge at harbour summit', gate, { at: 3 });
  const later = (gate: string) => title('Corridor pledge renewed at summit of leaders, aides say', gate, { at: 5 });
  const companyWhen = (gate: string, other: string): number => {
    const [one, two] = [told(gate), later(other)];
    return companyOf(one, groupTitles([...otherNews(), one, two], [])).filter((id) => ids(one, two).includes(id)).length;
  };
  expect(companyWhen('NO DK |', 'NO DK |')).toBe(2);
  expect(companyWhen('NO DK SE |', 'BR AR CL |')).toBe(1);
});

test('within a language it counts only where headlines have times, between languages always', () => {
  const seenOf = (lang: string): number[] => {
    const seen: number[] = [];
    const matcher = new Matcher({ weights: trained, timed: false, witness: (_, features) => seen.push(features.apart ?? Number.NaN) });
    matcher.place([title('Ferry corridor to Odesa renewed', 'NO |'), title('Ferry corridor to Odesa dropped', 'BR |', { lang })]);
    return seen;
  };
  expect(seenOf('en').length).toBeGreaterThan(0);
  expect(seenOf('en').every((value) => value === 0)).toBe(true);
  expect(Math.max(...seenOf('de'))).toBeCloseTo(1.35);
});

test('between languages a number says nothing, for what it counts is in no term', () => {
  const termsOf = (text: string, other: string): number => {
    const seen: number[] = [];
    const both = [title(text, 'US |'), title(other, 'US |', { lang: 'fr' })];
    const matcher = new Matcher({
      weights: trained,
      witness: (model, { terms = Number.NaN }, one, two) => {
        if (model === 'bridge' && [...one, ...two].every((headline) => both.includes(headline.title))) seen.push(terms);
      },
    });
    matcher.place([...otherNews(), ...both]);
    return seen.at(-1) ?? Number.NaN;
  };
  const without = termsOf('Boat struck off Caracas, many dead', 'Un garçon sauvé près de Caracas avec ses amis');
  expect(without).toBeGreaterThan(0);
  expect(termsOf('Boat struck off Caracas, 17 dead', 'Un garçon sauvé près de Caracas avec 17 amis')).toBe(without);
});
