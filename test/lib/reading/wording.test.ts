// The wording of headlines: which words take a side, whose they are, and what is attributed or doubted.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { oddTitles } from '../../support/odd-titles.js';
import { readWording as read } from '../../support/vocabulary.js';

interface Row {
  title: string;
  lang: string;
  loaded: string[];
  quoted_loaded: string[];
  hedged: boolean;
  agent_named: boolean;
  focus: string;
}

/** Of the loaded words that were found how many are on the right side and how many on the other; and how many titles agree. */
function score(name: string) {
  const rows = readFileSync(join(import.meta.dirname, 'labelled', `${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
  const sum = { n: rows.length, right: 0, swapped: 0, missed: 0, extra: 0, hedged: 0, focus: 0 };
  for (const row of rows) {
    const { loaded, quotedLoaded, hedged, focus } = read(row.title, row.lang);
    for (const [wanted, mine, other] of [
      [row.loaded, loaded, quotedLoaded],
      [row.quoted_loaded, quotedLoaded, loaded],
    ] as const) {
      for (const word of wanted) {
        if (mine.some((one) => overlap(one, word))) sum.right++;
        else if (other.some((one) => overlap(one, word))) sum.swapped++;
        else sum.missed++;
      }
      sum.extra += mine.filter((one) => ![...row.loaded, ...row.quoted_loaded].some((word) => overlap(one, word))).length;
    }
    if (hedged === row.hedged) sum.hedged++;
    if (focus === row.focus) sum.focus++;
  }
  return sum;
}

function overlap(a: string, b: string): boolean {
  return a.toLowerCase().includes(b.toLowerCase()) || b.toLowerCase().includes(a.toLowerCase());
}

describe('labelled headlines', () => {
  test('the tuned ones are read as surely as they were', () => {
    const { n, right, swapped, missed, extra, hedged, focus } = score('wording-dev');
    expect(right / (right + swapped + extra)).toBeGreaterThan(0.94);
    expect(right / (right + swapped + missed)).toBeGreaterThan(0.97);
    expect(hedged / n).toBeGreaterThan(0.95);
    expect(focus / n).toBeGreaterThan(0.85);
  });

  test('of those nobody tuned on no loaded word is given to the wrong side, and none is found that is not', () => {
    const { n, right, swapped, missed, extra, hedged, focus } = score('wording-held');
    expect(right / (right + swapped + extra)).toBeGreaterThan(0.96);
    expect(right / (right + swapped + missed)).toBeGreaterThan(0.74);
    expect(hedged / n).toBeGreaterThan(0.95);
    expect(focus / n).toBeGreaterThan(0.68);
  });
});

describe('whose the words are', () => {
  test.each([
    ['the outlet’s own', "Dictator's thugs trample on the vote", 'en', ['Dictator', 'thugs', 'trample'], []],
    ['in quotation marks', 'Minister calls raid “barbaric”', 'en', [], ['barbaric']],
    ['after a word of saying', 'Qatar accuses Israel of genocide', 'en', [], ['genocide']],
    ['before the speaker', 'Troops eliminated terrorists, army says', 'en', [], ['eliminated', 'terrorists']],
    ['after an embassy and a colon', 'Посольство РФ в Праге: обвинения бездоказательны', 'ru', [], ['бездоказательны']],
    ['after a speaker and a colon', 'Kreml: Barbarischer Angriff auf Belgorod', 'de', [], ['Barbarischer']],
    [
      'before a body of scholars behind a colon',
      'Israel committing genocide in Gaza: World Association of Jurists',
      'en',
      [],
      ['genocide'],
    ],
    ['before an official behind a colon', 'Iran still hit by Israeli aggression: Official', 'en', [], ['aggression']],
    ['before a name behind a colon', 'West plays with fire in Moldova: Lavrov', 'en', [], ['plays with fire']],
    ['before a long phrase that says it', "Gaza war is genocide, world's top scholars on the crime say", 'en', [], ['genocide']],
    ['before a colon that asks', 'Regime loots the Nile dam fund: What to know', 'en', ['Regime', 'loots'], []],
    ['after a topic and a colon', 'Wahl in Tiflis: Handlanger Moskaus siegen', 'de', ['Handlanger'], []],
    ['quoted in French', 'Le Caire dénonce un « carnage » à Rafah', 'fr', [], ['carnage']],
    ['quoted in Arabic', 'القاهرة تصف القصف بأنه «جريمة حرب»', 'ar', [], ['جريمة حرب']],
    ['quoted in Russian', 'Баку назвал обстрел «варварством»', 'ru', [], ['варварством']],
  ])('%s', (_, title, lang, own, quoted) => {
    expect(read(title, lang)).toMatchObject({ loaded: own, quotedLoaded: quoted });
  });

  test('what takes lives claims nothing', () => {
    expect(read('Landslide near Dhaka claims at least nine lives', 'en').hedged).toBe(false);
    expect(read('Opposition claims victory in Dhaka', 'en').hedged).toBe(true);
  });

  test('a quotation that is a name, or a whole sentence, is no judgement', () => {
    expect(read('Russia tests «Oreshnik» again', 'en').quotedLoaded).toEqual([]);
    expect(read("Premier says 'we will be ready in May'", 'en').quotedLoaded).toEqual([]);
  });
});

describe('words that take no side', () => {
  test.each([
    ['Shin Bet chief steps down', 'en'],
    ['Cerca de la frontera esperan familias', 'es'],
    ['Storm strikes coast, attack on port delayed', 'en'],
    ['Tax regime for banks simplified', 'en'],
    ['Oman hosts talks on war on terror', 'en'],
    ['Illegal fishing costs Ghana millions', 'en'],
    ['Un juicio por fraude fiscal en El Salvador', 'es'],
    ['解放军东部战区发言人就演习答记者问', 'zh'],
    ['Anschlag auf Zug bei Prag', 'de'],
    ['Удар по складу под Сумами', 'ru'],
    ['غارة على ميناء الحديدة', 'ar'],
  ])('%s', (title, lang) => {
    expect(read(title, lang)).toMatchObject({ loaded: [], quotedLoaded: [] });
  });

  test('an unprovoked assault is no provocation', () => {
    expect(read('Unprovoked assault on convoy', 'en').loaded).toEqual(['Unprovoked']);
  });
});

describe('the doer', () => {
  const strike = { action: 'attack', start: 0, end: 6 };
  test('is named where an act that was read has a source', () => {
    expect(read('Strike on Homs', 'en', [{ ...strike, source: 'IL' }])).toMatchObject({ agentNamed: true, actWord: 'Strike' });
    expect(read('Strike on Homs', 'en', [{ ...strike, source: null }])).toMatchObject({ agentNamed: false, actWord: 'Strike' });
    expect(read('Strike on Homs', 'en', [{ ...strike, source: 'IL', mode: 'denied' }]).agentNamed).toBe(false);
  });

  test('is found by the words alone where no acts are given', () => {
    expect(read('Turkey shells Kobani', 'en')).toMatchObject({ agentNamed: true, actWord: 'shells' });
    expect(read('Missile hits market in Kobani', 'en')).toMatchObject({ agentNamed: false, actWord: 'hits' });
  });
});

describe('the word for the act, and who does it', () => {
  test.each([
    ['of two nouns together is the last', 'Drone strike on depot', 'en', 'strike', false],
    ['is what hits, not the hitting', 'Grid in Riga hit by cyberattack', 'en', 'cyberattack', false],
    ['that is a past form without an object is suffered', 'Convoy looted in Juba', 'en', 'looted', false],
    ['is what is done, not what is said of it', 'Opposition in Lima spricht von Putsch', 'de', 'Putsch', false],
    ['is the saying where nothing else is told', 'Lisbonne félicite le vainqueur', 'fr', 'félicite', false],
    ['in two parts is known by both', 'Oslo weist Kritik zurück', 'de', 'weist Kritik zurück', false],
    ['has a group for its doer', 'Quito: el ejército dispersa a los mineros', 'es', 'dispersa', true],
    ['has no weapon for its doer', 'Drones shut airport', 'en', 'shut', false],
    ['has whoever owns the weapons for its doer', "Moscow's drones shut airport", 'en', 'shut', true],
    ['has whoever owns the weapons for its doer, named behind them', 'Les drones de Moscou frappent Odessa', 'fr', 'frappent', true],
    ['is not whose somebody is', 'Quito-backed militias overrun village', 'en', 'overrun', true],
    ['has no doer where it is suffered', 'Villagers left stranded by flood', 'en', 'left stranded', false],
    ['has no doer where its subject does nothing', 'Lisboa teme perder sus turistas', 'es', 'teme', false],
    ['has its doer behind a word for it', 'Nuevo chantaje de Moscú a Minsk', 'es', 'chantaje', true],
    ['has its doer behind a colon', 'Masacre en la mina: el ejército dispara contra su pueblo', 'es', 'Masacre', true],
    ['is a noun behind an article', 'La frappe sur le marché en cause', 'fr', 'frappe', false],
    ['is a plain verb before a word that only takes a side', 'Justice prevails at last', 'en', 'prevails', false],
    ['takes victims and is no saying', 'Junta claims new victims in Dhaka', 'en', 'claims new', true],
    ['has the doer who announces it', 'Oslo meldet Test einer Rakete', 'de', 'Test', true],
    ['is known by its form where no list has it', 'Осло приукрашивает статистику', 'ru', 'приукрашивает', true],
    ['is told of who is named behind a word of saying', 'Accra says Lome blocks trucks', 'en', 'blocks', true],
    ['is no adjective that only judges', 'Shameful day: Accra tramples on treaty', 'en', 'tramples', true],
    ['is a verb that no list knows, behind a name', 'Accra mothballs its only refinery', 'en', 'mothballs', true],
    ['is no past form that only says which', 'Jailed bishops block bridge in Lomé', 'en', 'block', true],
    ['is the asking, not what is asked for', 'Quito pide una reunión con Lima', 'es', 'pide', false],
    ['is the asking, not what is asked for, in French', 'Tunis demande des consultations à Alger', 'fr', 'demande', false],
    ['is no word that only judges the whole', 'At last Lomé vanquishes its creditors', 'en', 'vanquishes', true],
    ['is a German word for a deed with anything before it', 'Nach Granatenangriff in Riga: Was bleibt', 'de', 'Granatenangriff', false],
    ['is what moved a price, not its move', 'El peso se desploma tras el asalto a un banco', 'es', 'asalto', false],
    ['has no doer where a price moves', 'Reispreis springt', 'de', 'springt', false],
    ['is a deed in two words', 'Accra hits back at bank', 'en', 'hits back', false],
    ['is no part of a name of two words', 'إسلام آباد: «عدوان» على قرى', 'ar', 'عدوان', false],
    ['is no casualty where an act is named', '12 morts dans une explosion à Lomé', 'fr', 'explosion', false],
  ])('%s', (_, title, lang, actWord, agentNamed) => {
    expect(read(title, lang)).toMatchObject({ actWord, agentNamed });
  });
});

describe('what is put first', () => {
  test.each([
    ['an insulted doer', 'Spiteful generals starve their own allies of gas', 'en', 'actor'],
    ['a bill behind a comma', 'Le FMI prête trois milliards, les impôts augmenteront', 'fr', 'cost'],
    ['no cost where farmers act', 'Farmers block Rafah crossing', 'en', 'plain'],
    ['a violated sovereignty', 'Troops cross into Chad in breach of sovereignty', 'en', 'law'],
    ['those who are stuck', 'Miles de pasajeros varados en Quito', 'es', 'victims'],
    ['prices only where a part begins with them', 'Ghana lowers prices of cocoa', 'en', 'plain'],
    ['what it costs', 'Accra: bakers without flour, prices soar', 'en', 'cost'],
    ['victims', 'Familien fliehen aus Goma', 'de', 'victims'],
    ['courts', 'Суд в Осло отменил запрет', 'ru', 'law'],
    ['a slur upon who acts', "Quito's thugs jail reporter", 'en', 'actor'],
    ['praise', 'Nos héros tiennent tête à Bamako', 'fr', 'resistance'],
    ['no ruling where it is only the time', 'Accra closes the border after court ruling', 'en', 'plain'],
    ['blame that both sides give', 'Accra et Lomé se renvoient la responsabilité', 'fr', 'blame_other_side'],
    ['defiance', 'Аккра не отступит', 'ru', 'resistance'],
    ['what the law allows', 'Was das Versammlungsrecht in Oslo erlaubt', 'de', 'law'],
    ['what a commodity costs', 'Milchpreise in Riga verdoppelt', 'de', 'cost'],
    ['a mob that is paid', 'Paid agitators ring Lomé', 'en', 'security_threat'],
    ['who holds out', 'Les mineurs ne plieront pas', 'fr', 'resistance'],
    ['whom insulted doers hurt', 'Thugs beat pupils in Lomé', 'en', 'victims'],
    ['a strike of all', 'Huelga general en Quito', 'es', 'resistance'],
    ['a judgement that is only quoted', 'Oslo dismisses audit as “laughable”', 'en', 'blame_other_side'],
  ])('%s', (_, title, lang, focus) => {
    expect(read(title, lang).focus).toBe(focus);
  });
});

test.each(oddTitles)('a title of %s is read without harm', (_, title) => {
  for (const lang of ['en', 'de', 'fr', 'ru', 'zh', 'ar', 'ko', '']) {
    const { loaded, quotedLoaded } = read(title, lang);
    for (const word of [...loaded, ...quotedLoaded]) expect(title).toContain(word);
  }
});
