// Titles of the languages that the gate knows and no other room reads: what it keeps, what it drops, whom it finds in them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../lib/config.js';
import { languages } from '../../../lib/language/languages.js';
import { loadVocabulary } from '../../../lib/vocabulary.js';
import { makeGate } from '../../../phases/filter/gate.js';

const gate = makeGate(loadVocabulary(join(projectRoot, 'lib/vocabulary/terms')));

interface Labelled {
  title: string;
  lang: string;
  strategic: boolean;
  actors: string[];
}

function actorsIn(title: string, lang: string): string[] {
  return [...new Set(gate(title, lang).actors.flatMap(({ id }) => id.split('+')))];
}

describe('the gate in the languages it knows', () => {
  const rows = ['dev', 'held'].flatMap((half) =>
    readFileSync(join(projectRoot, `test/lib/reading/labelled/gate-languages-${half}.jsonl`), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Labelled),
  );

  it.each(languages.filter(({ role }) => role === 'known'))('keeps what is strategic and drops what is not: $name', ({ code }) => {
    const own = rows.filter(({ lang }) => lang === code);
    const wrong = own.filter(({ title, lang, strategic }) => (gate(title, lang).decision === 'gate_keep') !== strategic);
    expect(own.length).toBeGreaterThanOrEqual(10);
    expect(wrong.length, `${wrong.length} of ${own.length} titles`).toBeLessThanOrEqual(1);
  });

  it('finds the actors', () => {
    const wanted = rows.flatMap(({ title, lang, actors }) => actors.map((id) => actorsIn(title, lang).includes(id)));
    expect(wanted.filter(Boolean).length / wanted.length).toBeGreaterThanOrEqual(0.95);
  });

  it.each([
    ['pl', 'Rosjanie ostrzelali ukraińskie miasta', ['RU', 'UA']],
    ['pl', 'W Niemczech i na Węgrzech o wojnie z Rosją', ['DE', 'HU', 'RU']],
    ['uk', 'Туреччині, Польщею та Румунії', ['TR', 'PL', 'RO']],
    ['tr', "İsrail'in İranlılara, Rusya'nın Ukrayna'ya saldırısı", ['IL', 'IR', 'RU', 'UA']],
    ['he', 'מאיראן ומלבנון לישראל: שיגורים', ['IR', 'LB', 'IL']],
    ['fa', 'آمریکایی‌ها و حزب‌الله', ['US', 'HEZBOLLAH']],
    ['ko', '미국은 중국의 제재에', ['US', 'CN']],
    ['ja', '米中首脳会談、対ロ制裁も協議', ['US', 'CN', 'RU']],
    ['hi', 'इज़राइल और ग़ज़ा, अमेरिका के साथ', ['IL', 'US']],
    ['pt', 'Ministro dos Negócios Estrangeiros russo em Pequim', ['RU', 'CN']],
    ['it', "Dall'Ucraina all'Iran, i dazi dell'Ue", ['UA', 'IR', 'EU']],
    ['id', 'AS dan Korut berunding di Jenewa', ['US', 'KP', 'CH']],
  ])('finds states in their forms (%s: %s)', (lang, title, wanted) => {
    expect(actorsIn(title, lang)).toEqual(expect.arrayContaining(wanted));
  });
});
