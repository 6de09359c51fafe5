// How sure it is that two clusters are one happening: logistic regressions, one for clusters that share a language and one between
// languages, where words say nothing. Weights stand in weights.json, by the names given here.
import type { Cluster, Packed } from './cluster.js';
import type { Frequencies } from './frequencies.js';
import type { Index } from './index.js';
import type { Kinship } from './kinship.js';
import { lay, timesLaid } from './laid.js';
import { commonLang, sameInLanguage } from './same-in-language.js';
import {
  apart,
  common,
  largeness,
  leadersClash,
  likenessOfMeaning,
  logHoursBetween,
  type SharedTerms,
  sharedTerms,
  sizeOfWindow,
} from './shared.js';
import { product } from './vectors.js';

/** Within a language. */
export function mergeFeatures(
  one: Cluster,
  other: Cluster,
  { cosine, heaviest, count }: Kinship,
  frequencies: Frequencies,
  index: Index,
): Record<string, number> {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one];
  const { logOpen, isSmall, isLonely } = sizeOfWindow(frequencies);
  const [sizeOfFew, sizeOfMany] = [Math.log(few.size) / 5, Math.log(many.size) / 5];
  const coverage = coverageOf(few, many, index);
  const { mean, nearest } = likenessOf(few, many);
  const relative = product(few.sum, many.sum) / (few.size * many.size) / Math.sqrt(few.cohesion * many.cohesion);
  const own2 = product(few.peculiar, many.peculiar) / (few.size * many.size) / Math.sqrt(few.peculiarCohesion * many.peculiarCohesion || 1);
  const terms = sharedTerms(few, many, frequencies, false);
  const either = eitherFeatures(few, many, terms);
  const [timed, both] = [Number.isFinite(few.first) ? 1 : 0, many.size === 1 ? 1 : 0];
  return {
    bias: 1,
    cosine,
    heaviest,
    sharedWords: count / 10,
    coverage,
    mean,
    nearest,
    sizeOfFew,
    sizeOfMany,
    single: few.size === 1 ? 1 : 0,
    leader: few.leader !== null && few.leader === many.leader ? 1 : 0,
    logOpen,
    isSmall,
    smallCosine: isSmall * cosine,
    span: logHoursBetween(Math.min(few.first, many.first), Math.max(few.last, many.last)),
    founders: product(few.founder, many.founder),
    cosineSquared: cosine * cosine,
    nearestSquared: nearest * nearest,
    cosineNearest: cosine * nearest,
    coverageSquared: coverage * coverage,
    both,
    bothNearest: both * nearest,
    cosineSize: cosine * sizeOfFew,
    relative,
    relativeSquared: relative * relative,
    relativeFew: relative * sizeOfFew,
    relativeMany: relative * sizeOfMany,
    timed,
    large: largeness(few.size + many.size, timed, isSmall),
    timedCosine: timed * cosine,
    timedNearest: timed * nearest,
    timedRelative: timed * relative,
    timedPeculiar: timed * own2,
    timedFew: timed * sizeOfFew,
    timedMany: timed * sizeOfMany,
    timedOpen: timed * logOpen,
    timedTerms: timed * terms.all,
    timedSmall: timed * isSmall,
    peculiar: own2,
    peculiarSquared: own2 * own2,
    peculiarFew: own2 * sizeOfFew,
    peculiarMany: own2 * sizeOfMany,
    fewSquared: sizeOfFew * sizeOfFew,
    manySquared: sizeOfMany * sizeOfMany,
    spanFew: logHoursBetween(Math.min(few.first, many.first), Math.max(few.last, many.last)) * sizeOfFew,
    spanMany: logHoursBetween(Math.min(few.first, many.first), Math.max(few.last, many.last)) * sizeOfMany,
    leaderClash: either.leaderClash,
    place: either.place,
    placeClash: either.placeClash,
    number: either.number,
    numberClash: either.numberClash,
    act: either.act,
    actClash: either.actClash,
    terms: either.terms,
    termNames: either.termNames,
    termRarest: either.termRarest,
    termCount: either.termCount,
    termPairs: either.termPairs,
    termPlaces: either.termPlaces,
    gap: either.gap,
    leaderClashSize: either.leaderClash * sizeOfFew,
    placeClashSize: either.placeClash * sizeOfFew,
    smallTerms: isSmall * terms.all,
    smallRarest: isSmall * terms.rarest,
    termsBeyondChance: terms.all - logOpen,
    abroad: few.langs.has('en') || many.langs.has('en') ? 0 : 1 - timed,
    lonely: (1 - timed) * isLonely,
    ...ofMeaning(likenessOfMeaning(one.meanings, other.meanings, frequencies), { timed, isSmall, cosine, sizeOfFew, sizeOfMany }),
    rareWords: sameInLanguage(commonLang(one, other), one, other, frequencies, { timed, isSmall }),
    apart: timed * apart(one.actors, one.size, other.actors, other.size, frequencies.headlines),
  };
}

/** How alike both are in what their words mean, by what decides how much that says. */
function ofMeaning(meaning: number, by: Readonly<Record<'timed' | 'isSmall' | 'cosine' | 'sizeOfFew' | 'sizeOfMany', number>>) {
  return {
    meaning,
    timedMeaning: by.timed * meaning,
    smallMeaning: by.isSmall * meaning,
    meaningCosine: meaning * by.cosine,
    meaningFew: meaning * by.sizeOfFew,
    meaningMany: meaning * by.sizeOfMany,
  };
}

/** Between languages: only what means the same in all of them. */
export function bridgeFeatures(one: Cluster, other: Cluster, frequencies: Frequencies): Record<string, number> {
  const { logOpen, isSmall } = sizeOfWindow(frequencies);
  const terms = sharedTerms(one, other, frequencies, true);
  const timed = Number.isFinite(one.first) ? 1 : 0;
  const meaning = likenessOfMeaning(one.meanings, other.meanings, frequencies);
  return {
    bias: 1,
    timed,
    large: largeness(one.size + other.size, timed, isSmall),
    timedChance: timed * (terms.all + terms.names - logOpen),
    timedSmall: timed * isSmall,
    beyondChance: terms.all + terms.names - logOpen,
    logOpen,
    isSmall,
    sizeOfFew: Math.log(Math.min(one.size, other.size)) / 5,
    sizeOfMany: Math.log(Math.max(one.size, other.size)) / 5,
    ...eitherFeatures(one, other, terms),
    meaning,
    timedMeaning: timed * meaning,
    smallMeaning: isSmall * meaning,
    apart: apart(one.actors, one.size, other.actors, other.size, frequencies.headlines),
  };
}

/** What both models ask: actors, places, numbers, acts, the gate's terms, and the silence between. */
function eitherFeatures(one: Cluster, other: Cluster, terms: SharedTerms) {
  const of = (what: 'places' | 'numbers' | 'acts') => common(one[what].keys(), other[what]);
  const [places, numbers, acts] = [of('places'), of('numbers'), of('acts')];
  return {
    leaderClash: leadersClash(one, other),
    place: places.same,
    placeClash: places.clash,
    number: numbers.same,
    numberClash: numbers.clash,
    act: acts.same,
    actClash: acts.clash,
    terms: terms.all,
    termNames: terms.names,
    termRarest: terms.rarest,
    termCount: terms.count,
    termPairs: terms.pairs,
    termPlaces: terms.places,
    gap: Math.max(logHoursBetween(one.last, other.first), logHoursBetween(other.last, one.first)),
  };
}

/** Whether any headline of one is in a language of the other. */
export function shareLanguage(one: Cluster, other: Cluster): boolean {
  return common(one.langs.keys(), other.langs).same === 1;
}

/** How much of each of the latest eight headlines the other covers, on the mean. */
function coverageOf({ vectors }: Cluster, other: Cluster, index: Index): number {
  const from = Math.max(0, vectors.length - 8);
  let sum = 0;
  for (let at = from; at < vectors.length; at++) sum += index.coverage(vectors[at] as Packed, other);
  return sum / Math.max(1, vectors.length - from);
}

/** Of the latest ten headlines of each. */
function likenessOf({ vectors: ones }: Cluster, { vectors: others }: Cluster): { mean: number; nearest: number } {
  if (ones.length === 1 && others.length === 1) {
    const only = product(ones[0] as Packed, others[0] as Packed);
    return { mean: only, nearest: only };
  }
  const [from, fromOther] = [Math.max(0, ones.length - 10), Math.max(0, others.length - 10)];
  let sum = 0;
  let nearest = 0;
  for (let at = from; at < ones.length; at++) {
    lay(ones[at] as Packed);
    for (let there = fromOther; there < others.length; there++) {
      const likeness = timesLaid(others[there] as Packed);
      sum += likeness;
      if (likeness > nearest) nearest = likeness;
    }
  }
  return { mean: sum / Math.max(1, (ones.length - from) * (others.length - fromOther)), nearest };
}
