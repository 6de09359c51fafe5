// What is told in direct speech, by a noun alone, and of oneself.
import { describe, expect, test } from 'vitest';
import { readActs } from '../../support/vocabulary.js';

function told(title: string, lang = 'en'): string[] {
  return readActs(title, lang).map(
    ({ source, action, target, mode }) => `${source ?? '-'} ${action} ${target ?? '-'}${mode === 'done' ? '' : ` ${mode}`}`,
  );
}

describe('who is told to do something in direct speech is asked for it', () => {
  test.each([
    ['Free our sailors, Kenya tells Uganda', ['KE demand UG']],
    ['Poland to Belarus: stop sending migrants', ['PL demand BY']],
    ['End of war in sight, Kenya tells Uganda', []],
    ['Free trade is dead, Kenya tells Uganda', []],
    ['We will not yield, Kenya tells Uganda', ['KE reject -']],
    ['We will rebuild port, Kenya tells Uganda', []],
  ])('%s', (title, acts) => {
    expect(told(title)).toEqual(acts);
  });
});

describe('two who have something between them by a noun alone', () => {
  test.each([
    ['Norway-UK fisheries pact', ['NO agree_or_sign GB', 'GB agree_or_sign NO']],
    ['Kenya-Uganda talks resume in Kampala', ['KE negotiate UG', 'UG negotiate KE']],
    ['Kenya-Uganda talks in doubt', []],
    ['Kenya-Uganda talks collapse', []],
    ['Norway-UK pact hopes fade', []],
    ['No Norway-UK pact', []],
  ])('%s', (title, acts) => {
    expect(told(title)).toEqual(acts);
  });
});

describe('verbs of more syllables double their last letter', () => {
  test.each([
    ['Kenya expelled Ugandan envoy', ['KE expel UG']],
    ['Ugandan envoy expelled by Kenya', ['KE expel UG']],
    ['Kenya cancelled Ugandan visas', ['KE restrict UG']],
  ])('%s', (title, acts) => {
    expect(told(title)).toEqual(acts);
  });
});

describe('a state tries whoever is jailed in it; a town alone says where', () => {
  test.each([
    ['Briton jailed in Russia for spying', ['RU arrest_or_try -']],
    ['Polish tourist detained in Minsk', ['- arrest_or_try -']],
    ['Polish tourist detained in Syria', ['- arrest_or_try -']],
  ])('%s', (title, acts) => {
    expect(told(title)).toEqual(acts);
  });
});

describe('who had no part in a deed denies it; who is accused is told so', () => {
  test.each([
    ['Kenya says it had nothing to do with attack on Ugandan embassy', ['KE deny -', 'KE attack UG denied']],
    ['Russia accused of jamming Polish radar', ['- accuse RU', 'RU cyber PL claimed']],
    ['Joe Biden accused of assaulting aide', []],
    ['Moscow court tries man accused of bombing Kyiv', []],
  ])('%s', (title, acts) => {
    expect(told(title)).toEqual(acts);
  });
});

describe('names that stand beside who acts are brought to where they belong', () => {
  test.each([
    ['Hackers linked to Moscow leaked Czech army files, Prague says', ['CZ accuse RU', 'RU cyber CZ claimed']],
    ['Kenya joins Uganda in condemning Chad', ['KE condemn TD']],
  ])('%s', (title, acts) => {
    expect(told(title)).toEqual(acts);
  });
});

describe('who is awaited has not come yet, and a plan stands for whose it is', () => {
  test.each([
    ['Le président ougandais attendu au Kenya', ['UG visit_or_meet KE planned']],
    ['Le Kenya salue la décision ougandaise', ['KE support_or_recognise UG']],
    ['Le Kenya restitue des œuvres à la Pologne', ['KE withdraw_or_yield PL']],
  ])('%s', (title, acts) => {
    expect(told(title, 'fr')).toEqual(acts);
  });
});
