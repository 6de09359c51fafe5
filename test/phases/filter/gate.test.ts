// What the gate decides about titles and why, as far as later phases and the operator rely on it.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { gate } from '../../support/vocabulary.js';

const ids = (hits: readonly { id: string }[]): string[] => [...new Set(hits.map(({ id }) => id))];

describe('the gate', () => {
  it.each([
    ['en', 'Russia fires missiles at Kyiv as troops advance in Donbas', 1],
    ['en', 'EU agrees new sanctions on Iran over nuclear programme', 1],
    ['en', 'Parliament passes immigration bill after protests', 2],
    ['en', 'Prime minister resigns after election defeat', 2],
    ['de', 'Bundestag beschließt Waffenlieferungen an die Ukraine', 1],
    ['fr', 'Sommet à l’Élysée : Macron promet des missiles à Zelensky', 1],
    ['es', 'El Gobierno de Venezuela denuncia sanciones de Estados Unidos', 1],
    ['ru', 'Путин заявил о готовности к переговорам с США', 1],
    ['zh', '俄军空袭基辅 美方宣布新一轮制裁', 1],
    ['ar', 'غارات إسرائيلية على غزة ومقتل 20 فلسطينيا', 1],
    ['it', 'Guerra in Ucraina, missili su Odessa', 1],
  ])('keeps a strategic title (%s: %s) and gives it its tier', (lang, title, tier) => {
    expect(gate(title, lang)).toMatchObject({ decision: 'gate_keep', tier });
  });

  it.each([
    ['en', 'Manchester United beat Chelsea 3-1 in the Premier League'],
    ['en', '17 Delicious Pasta Recipes For A Cozy Dinner'],
    ['en', 'Taylor Swift announces world tour and new album'],
    ['en', 'Snow and rain expected this weekend, forecasters say'],
    ['en', 'Flash floods hit Ngong Road in Nairobi'],
    ['en', 'Quack doctor arrested in Lagos'],
    ['en', 'Dhaka landlord stabs tenant'],
    ['en', 'Manila metro fares rise'],
    ['en', 'Heavy rain forecast for Ghana this weekend'],
    ['en', 'Nollywood actor weds in Abuja'],
    ['de', 'Bundesliga: Bayern gewinnt 4:0 gegen Schalke'],
    ['fr', 'Ligue 1 : le PSG s’impose face à Lyon'],
    ['es', 'Receta de tortilla de patatas: los mejores trucos'],
    ['ru', 'ЦСКА обыграл «Спартак» в матче чемпионата России'],
    ['zh', '湖人主场大胜国王 科比砍下34分'],
    ['ar', 'ريال مدريد يفوز على برشلونة في الدوري الإسباني'],
  ])('drops what is not strategic (%s: %s)', (lang, title) => {
    expect(gate(title, lang)).toMatchObject({ decision: 'gate_drop', tier: null });
  });

  it('never keeps a title without a positive hit', () => {
    for (const title of ['', '   ', 'Nine thoughts', '$5 billion', '😀😀😀', '...']) {
      expect(gate(title, 'en').decision).toBe('gate_drop');
    }
    expect(gate('Nothing to see', 'en', 'politics').decision).toBe('gate_drop');
  });

  it('lets no context beat a strong actor-action pair', () => {
    expect(gate('Olympic boycott over invasion', 'en').decision).toBe('gate_keep');
    expect(gate('Football stars and singers cancel tour as Russia begins invasion of Ukraine', 'en')).toMatchObject({
      decision: 'gate_keep',
      tier: 1,
    });
  });

  it('keeps a strategic actor without an action last', () => {
    expect(gate('Kazakhstan at a glance', 'en')).toMatchObject({ decision: 'gate_keep', tier: 3 });
  });

  it('knows a sport section', () => {
    expect(gate('France and Italy', 'en').decision).toBe('gate_keep');
    expect(gate('France and Italy', 'en', 'sport').decision).toBe('gate_drop');
  });

  it('records actors and mechanisms in order of appearance, with their places in the title', () => {
    const title = "Beijing condemns US export controls; Kremlin backs China's stance";
    const { actors, mechanisms } = gate(title, 'en');
    expect(ids(actors)).toEqual(['CN', 'US', 'RU']);
    expect(mechanisms.map(({ id }) => id)).toContain('export-controls');
    for (const hits of [actors, mechanisms]) {
      expect(hits.map(({ start }) => start)).toEqual(hits.map(({ start }) => start).sort((a, b) => a - b));
    }
    expect(actors.map(({ start, end }) => title.slice(start, end))).toEqual(['Beijing', 'US', 'Kremlin', 'China']);
  });

  it('counts casualties by each English word for them, in whatever case', () => {
    const words =
      'killed DEAD Died wounded injured hurt MISSING drowned Slain kidnapped Abducted displaced arrested detained mi\u017f\u017fing';
    const titles = [
      ...words.split(' ').map((word) => `12 people ${word} near Mosul`),
      'Blast LEAVES 12 in ruins',
      '12 days on, Death Toll rises',
    ];
    expect(titles.filter((title) => !ids(gate(title, 'en').mechanisms).includes('casualties'))).toEqual([]);
  });

  it('reads both states in a Chinese pair and counts casualties', () => {
    expect(ids(gate('中美举行贸易谈判', 'zh').actors)).toEqual(['CN', 'US']);
    expect(ids(gate('At least 12 people killed near Mosul', 'en').mechanisms)).toContain('casualties');
    expect(ids(gate('伊拉克爆炸致12人死亡', 'zh').mechanisms)).toContain('casualties');
  });

  it('reads traditional Chinese with the same terms, in place', () => {
    const title = '澤倫斯基抵華府 美國制裁俄羅斯 飛彈襲基輔致12人遇難';
    const { actors, mechanisms } = gate(title, 'zh-TW');
    expect(actors.map(({ start, end }) => title.slice(start, end))).toEqual(['澤倫斯基', '美國', '俄羅斯', '基輔']);
    expect(ids(mechanisms)).toEqual(expect.arrayContaining(['sanctions', 'missile-test', 'casualties']));
  });

  it('sees offices that name no state', () => {
    expect(ids(gate('PM and foreign minister to visit troops', 'en').actors)).toEqual([
      '@head-of-government',
      '@foreign-minister',
      '@military',
    ]);
    expect(gate('Don Jr. will have lunch, says pm reader', 'en').actors.map(({ id }) => id)).not.toContain('@head-of-government');
  });

  it('tells what everyday words do not mean', () => {
    expect(gate('Roast turkey with Georgia peaches recipe', 'en').decision).toBe('gate_drop');
    expect(gate('Michael Jordan and the Bulls: a season to remember', 'en').decision).toBe('gate_drop');
    expect(gate('Who let us in', 'en').actors).toEqual([]);
  });

  it('shows an arithmetic that adds up to the score', () => {
    const { score, arithmetic } = gate('Trump slaps tariffs on steel from China and the EU worth $50 billion', 'en');
    expect(arithmetic.length).toBeGreaterThan(3);
    expect(arithmetic.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score, 1);
  });

  it('gives the same record twice', () => {
    const title = 'Iran and Israel exchange strikes';
    expect(gate(title, 'en')).toEqual(gate(title, 'en'));
  });

  it.each([
    ['one letter', 'a'.repeat(500)],
    ['emoji', '😀🇺🇦'.repeat(84)],
    ['right-to-left marks', '\u202eالرئيس الأمريكي يهدد إيران\u200f '.repeat(16)],
    ['stacked accents', `Z${'\u0301\u0317\u036f'.repeat(160)}`],
    ['lone surrogates', '\ud83d\udc00a\udfff'.repeat(125)],
    ['Han', '美国中国俄罗斯制裁'.repeat(55)],
    ['mixed scripts', 'Россия中国war الحرب ไทย '.repeat(20)],
    ['numbers', '12 dead 3-1 $5 '.repeat(33)],
    ['letter styles', '𝐑𝐮𝐬𝐬𝐢𝐚 '.repeat(38)],
  ])('takes a title of 500 characters of %s in under a millisecond', (_what, title) => {
    const given = title.slice(0, 500);
    for (let i = 0; i < 200; i++) gate(given, '');
    const rounds = Array.from({ length: 15 }, () => {
      const begun = performance.now();
      for (let i = 0; i < 10; i++) gate(given, '');
      return (performance.now() - begun) / 10;
    });
    expect(Math.min(...rounds)).toBeLessThan(1);
    for (const hit of [...gate(given, '').actors, ...gate(given, '').mechanisms]) {
      expect(hit.start).toBeLessThan(hit.end);
      expect(hit.end).toBeLessThanOrEqual(given.length);
    }
  });
});

const goldFile = fileURLToPath(new URL('../../../deploy/sample/gold.jsonl', import.meta.url));

describe.skipIf(!existsSync(goldFile))('the sample world', () => {
  it('is gated with F1 of at least 0.95 over all its languages', () => {
    const rows = readFileSync(goldFile, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as { title: string; lang: string; strategic: boolean });
    const kept = (row: { title: string; lang: string }): boolean => gate(row.title, row.lang).decision === 'gate_keep';
    const hits = rows.filter((row) => row.strategic && kept(row)).length;
    const f1 = (2 * hits) / (rows.filter((row) => row.strategic).length + rows.filter(kept).length);
    expect(f1).toBeGreaterThanOrEqual(0.95);
  });
});

describe('names that are another’s', () => {
  it.each([
    ['ru', 'Скандал вокруг президентских дач', '@head-of-state', false],
    ['es', 'Debate presidencial en Honduras', '@head-of-state', false],
    ['fr', 'Débat avant la présidentielle au Cameroun', '@head-of-state', false],
    ['ru', 'Президент Чили прибыл в Лиму', '@head-of-state', true],
    ['en', 'EU bets on Latin America as trade ally', 'US', false],
    ['en', 'Central American migrants march north', 'US', false],
    ['en', 'GCC leaders meet in Kuwait', 'ARAB-LEAGUE', false],
    ['en', 'GCC leaders meet in Kuwait', 'GCC', true],
    ['en', 'N. Korean leader departs for talks', 'KP', true],
    ['en', 'S. Koreans vote', 'KR', true],
    ['en', 'China warships shadow PH drills', 'PH', true],
  ])('%s: %s names %s: %s', (lang, title, actor, isNamed) => {
    expect(ids(gate(title, lang).actors).includes(actor)).toBe(isNamed);
  });
});
