import { describe, expect, test } from 'vitest';
import { checkClaims } from '../../support/evidence.js';

/** Why a claim does not stand on one title; null when it stands. */
function refused(title: string, text: string, known: string[] = []): string | null {
  return checkClaims([{ field: 'fact', text, byCode: true }], [{ id: '7', text: title }], known)[0]?.reason ?? null;
}

describe('a number', () => {
  test.each([
    ['1,000 killed', 'killed 1 000'],
    ['1 000 morts', 'killed 1,000'],
    ['1.000 Tote', 'killed 1000'],
    ['1’000 Tote', 'killed 1000'],
    ['1 000 погибших', 'killed 1,000'],
    ['1,00,000 displaced', 'displaced 100,000'],
    ['Inflation bei 2,5 Prozent', 'inflation of 2.5 percent'],
    ['1.234.567,80 Euro', 'spent 1,234,567.8 euros'],
    ['3½ years', 'for 3.5 years'],
    ['قتل ١٢ شخصا', 'killed 12'],
    ['死者１２人', 'killed 12'],
    ['3,5 Mrd. Euro', 'spent 3.5 billion'],
    ['3,5-Milliarden-Euro-Paket', 'spent €3.5bn'],
    ['ущерб 3,5 млрд', 'damage of 3,500,000,000'],
    ['3 mil millones de euros', 'spent 3 billion'],
    ['3.5万人', 'fled, 35,000 in all'],
    ['£5m fine', 'a fine of 5 million'],
    ['5m waves', 'waves of 5 metres'],
    ['In March 2026 100 soldiers died', 'killed 100 in 2026'],
    ['at 9:30 on 10.03.2026', 'at 9:30 on 2026-03-10'],
    ['the 21st package', 'package number 21'],
    ['Zwölf Tote', 'killed twelve'],
    ['250 die', 'killed two hundred and fifty'],
    ['half a million flee', 'fled, 500,000 of them'],
    ['29 dead', 'killed twenty-nine'],
    ['by mid-2026', 'in 2026'],
  ])('of "%s" is the one in "%s"', (title, text) => {
    expect(refused(title, text)).toBeNull();
  });

  test.each([
    ['three killed', 'killed 4'],
    ['1,000 killed', 'killed 1'],
    ['12 killed', 'killed 2'],
    ['3.5 million flee', 'fled, 3.5 of them'],
    ['3.5 million flee', 'fled, 3.5 billion of them'],
    ['£5m fine', 'a fine of £5'],
    ['5 millionaires', 'spent 5 million'],
    ['In 2026 100 soldiers died', 'killed 2,026,100'],
    ['Attack of 2026-03-10', 'killed 3, wounded 10'],
    ['Anniversary of 9/11', 'killed 9, wounded 11'],
    ['G7 leaders meet', 'killed 7'],
    ['20 leaders meet', 'the G20'],
    ['COVID-19 is back', 'killed 19'],
    ['F-16 jets in the air', 'lost 16 jets'],
    ['5G network opened', 'lost 5'],
    ['5 km² burnt', 'burnt 52'],
    ['Soldiers killed', 'killed twelve'],
    ['Twenty-nine killed', 'killed nine'],
    ['Packages of the year 2026', 'on 2026-03-10'],
  ])('that "%s" does not hold is refused in "%s"', (title, text) => {
    expect(refused(title, text)).toMatch(/number/);
  });

  test.each([
    ['COVID-19 is back', 'against Covid 19'],
    ['Covid 19 is back', 'against COVID-19'],
    ['С-400 и МиГ-31', 'the S-400 and the MiG-31'],
    ['F-16s fly', 'an F-16 flies'],
    ['G-7 leaders', 'the G7'],
    ['5G network', 'a 5G network'],
  ])('in a name is part of the name: "%s" holds "%s"', (title, text) => {
    expect(refused(title, text)).toBeNull();
  });

  test('that counts the outlets themselves, or "the two" just named, is no fact about the world', () => {
    expect(refused('Talks fail', 'so two other outlets report')).toBeNull();
    expect(refused('Iran and Iraq talk', 'so the two countries talk')).toBeNull();
    expect(refused('Talks fail', 'so two other countries report')).toMatch(/number two/);
  });

  test('in a known name stands as part of that name alone', () => {
    expect(refused('Talks fail', 'as France 24 reports', ['France 24'])).toBeNull();
    expect(refused('Talks fail', 'killed 24', ['France 24'])).toMatch(/number 24/);
  });
});

describe('a name', () => {
  /** Why a sentence of a model does not stand on one title; null where it does. */
  function invented(title: string, text: string, known: string[] = []): string | null {
    return checkClaims([{ field: 'fact', text }], [{ id: '7', text: title }], known)[0]?.reason ?? null;
  }

  test.each([
    ['Kyiv’s defence holds', 'The defence of Kyiv holds.'],
    ['KYIV UNDER FIRE', 'Kyiv came under fire.'],
    ['fire in São Paulo and Tromsø', 'A fire in Sao Paulo and Tromso.'],
    ['Houthi missile hits ship', 'A missile of the Houthis hit a ship.'],
    ['U.S. strikes Yemen', 'Yemen was struck by the US.'],
    ['US strikes Yemen', 'Yemen was struck by the U.S.'],
    ['Nato meets in Riga', 'A meeting of NATO in Riga.'],
    ['拜登访问日本', 'Biden visits Japan.'],
    ['Jean-Luc resigns', 'The resignation of Jean-Luc.'],
    ['Одесса под обстрелом', 'Odesa was shelled.'],
    ['伊斯法罕发生爆炸', 'An explosion in Isfahan.'],
    ['Une juge de la Cour pénale internationale saisit la justice', 'A judge of the International\u00a0Criminal Court goes to court.'],
    ['Canada to double military aid to Kyiv next year', 'Canada is to double  its military aid  to Kyiv next  year.'],
    ['La trêve\u00a0: « un\u00a0espoir »', 'The truce is "un\u00a0espoir".'],
    ['Песков: Москва готова к переговорам', 'Peskov says that Moscow is ready for talks.'],
    ['L’UE sanctionne la Biélorussie', 'The EU sanctions Belarus.'],
  ])('of "%s" is the one in "%s"', (title, text) => {
    expect(invented(title, text)).toBeNull();
  });

  test.each([
    ['Talks fail', 'Talks fail in Zorgia.', 'Zorgia'],
    ['Talks fail', 'Zorgia talks fail.', 'Zorgia'],
    ['Talks fail', 'The talks (Zorgia) fail.', 'Zorgia'],
    ['Neill resigns', "O'Brien resigns.", 'Brien'],
    ['What it tells us', 'The US tells it.', 'US'],
    ['Minister who resigned', 'The minister of the WHO resigned.', 'WHO'],
    ['Coup in Niger', 'A coup of the Nigerian army.', 'Nigerian'],
    ['Russia strikes Odesa', 'Russia strikes Kharkiv.', 'Kharkiv'],
    ['France protests', 'Macron protests.', 'Macron'],
    ['Папа римский призвал стороны к перемирию', 'The sides agreed to a truce at the pope’s call.', 'agreed'],
  ])('that "%s" does not hold is refused in "%s"', (title, text, name) => {
    expect(invented(title, text)).toContain(name);
  });

  test('that is known needs no title', () => {
    expect(invented('Talks fail', 'Talks fail, the Harbour Post reports.', ['Harbour Post'])).toBeNull();
  });
});

describe('a quote', () => {
  const quoting = (title: string, text: string) =>
    checkClaims([{ field: 'quote', text: '', quotes: [{ id: '7', text }] }], [{ id: '7', text: title }]).length === 0;

  test('stands to the letter, from one end of a word to another', () => {
    expect(quoting('Ukraine’s war “goes on”', 'Ukraine’s war “goes')).toBe(true);
    expect(quoting('朝鲜发射导弹', '发射')).toBe(true);
    expect(quoting('x'.repeat(500), 'x'.repeat(220))).toBe(true);
    for (const wrong of ["Ukraine's war", 'ukraine’s', 'rain', 'war goes on', '', ' '])
      expect(quoting('Ukraine’s war “goes on”', wrong)).toBe(false);
  });

  test('of a title that does not exist is refused', () => {
    const quotes = [{ id: '8', text: 'war' }];
    expect(checkClaims([{ field: 'quote', text: '', quotes }], [{ id: '7', text: 'war' }])).toEqual([
      { field: 'quote', reason: 'quotes 8, which is not among the titles' },
    ]);
  });

  test.each([
    '“we will win”',
    '„we will win“',
    '«we will win»',
    '»we will win«',
    '"we will win"',
    '“we … win”',
  ])('in a sentence must stand in a cited title too: %s', (quote) => {
    expect(refused('He said: ‘We will win!’', `he said ${quote} there`)).toBeNull();
    expect(refused('He said: we will see, then win', `he said ${quote.replace(' … ', ' will ')} there`)).toMatch(/quotes "we will win"/);
  });

  test('with an abbreviation in it stands however that is written', () => {
    const title = 'Rubio reassures Mexico after U.S. strike jolts region';
    expect(refused(title, `He writes: “${title}”.`)).toBeNull();
    expect(refused(title.replace('U.S.', 'US'), `He writes: “${title}”.`)).toBeNull();
    expect(refused(title, 'He writes: “Rubio reassures Mexico after U.S. strike stuns region”.')).toMatch(/^quotes/);
  });
});

describe('a claim', () => {
  const titles = [
    { id: '1', text: '12 killed in Kyiv' },
    { id: '2', text: '30 hurt in Odesa' },
  ];
  const problemsOf = (cites: string[]) => checkClaims([{ field: 'timeline.0', text: 'In Odesa 30 were hurt', cites }], titles);

  test('stands on the titles it cites, not on others; on any where it cites none', () => {
    expect(problemsOf(['2'])).toEqual([]);
    expect(problemsOf([])).toEqual([]);
    expect(problemsOf(['1'])).toEqual([{ field: 'timeline.0', reason: 'the number 30 stands in no cited title' }]);
  });

  test('that cites an unknown id is refused, also beside a known one', () => {
    expect(problemsOf(['2', '99'])).toEqual([{ field: 'timeline.0', reason: 'cites 99, which is not among the titles' }]);
  });

  test('in a script without capitals is judged by its numbers and quotes', () => {
    expect(refused('朝鲜发射5枚导弹', '朝鲜发射5枚导弹')).toBeNull();
    expect(refused('朝鲜发射5枚导弹', '朝鲜发射6枚导弹')).toMatch(/number 6/);
  });

  test('gives one problem for each field that does not stand, in order', () => {
    const claims = ['killed 13', 'killed 12', 'in Zorgia 99 died'].map((text, index) => ({ field: `f${index}`, text: `so ${text}` }));
    expect(checkClaims(claims, titles).map(({ field }) => field)).toEqual(['f0', 'f2']);
  });
});
