// Where the matcher finds small sets of terms, and where it must not: word boundaries, case, scripts and offsets.
import { describe, expect, it } from 'vitest';
import { makeTermMatcher } from '../../../lib/vocabulary/matcher.js';
import { readTerm } from '../../../lib/vocabulary/vocabulary-file.js';

const place = { place: 'test.tsv line 1', line: 1, sort: 'actors', ids: ['X'] } as const;

/** What a title shows of these terms, as it stands in the title; a term may name its language after "@". */
function found(terms: string[], title: string, lang = 'en'): string[] {
  const match = makeTermMatcher(
    terms.map((term) => {
      const [written = '', of = '*'] = term.split('@');
      return readTerm(written, place, of);
    }),
  );
  return match(title, lang).matches.map(({ start, end }) => title.slice(start, end));
}

describe('the matcher', () => {
  it('finds whole words only', () => {
    expect(found(['iran', 'war'], 'Iran warns of war')).toEqual(['Iran', 'war']);
    expect(found(['iran'], 'Tirana and Iranian cuisine')).toEqual([]);
  });

  it('finds possessives, hyphens and elided articles', () => {
    expect(found(['russia', 'ukraine', '=US'], "Russia's US-led Russia-Ukraine talks, Ukraine’s part")).toEqual([
      'Russia',
      'US',
      'Russia',
      'Ukraine',
      'Ukraine',
    ]);
    expect(found(['ukraine', 'iran'], "La guerre d'Ukraine vue de l’Iran", 'fr')).toEqual(['Ukraine', 'Iran']);
  });

  it('treats a hyphen and any run of white space as one space', () => {
    expect(found(['air strike', 'cease-fire'], 'Air-strike ends  cease\u00a0\u2011 fire')).toEqual([
      'Air-strike',
      'cease\u00a0\u2011 fire',
    ]);
  });

  it('keeps US and us, WHO and who apart', () => {
    expect(found(['=US', '=WHO'], 'US tells us who the WHO trusts')).toEqual(['US', 'WHO']);
    expect(found(['=US'], 'Give Us A Break')).toEqual([]);
  });

  it('lets a stem take any ending and shows the whole word', () => {
    expect(found(['росси*@ru', 'войн*@ru'], 'Российские войска и война', 'ru')).toEqual(['Российские', 'война']);
    expect(found(['raketen*@de'], 'Neue Raketenangriffe gemeldet', 'de')).toEqual(['Raketenangriffe']);
    expect(found(['us-*@de'], 'US-Präsident reist ab', 'de')).toEqual(['US-']);
  });

  it('needs no boundaries in Han script and takes the longest term', () => {
    expect(found(['中国', '中', '制裁', '美国'], '美国对中国公司实施制裁', 'zh')).toEqual(['美国', '中国', '制裁']);
    expect(found(['马里', '马里奥'], '马里奥赛车', 'zh')).toEqual(['马里奥']);
  });

  it('takes a clause-start term only at the beginning or after punctuation or a space', () => {
    expect(found(['_美'], '美拟加税 美称合作,美将回应', 'zh')).toEqual(['美', '美', '美']);
    expect(found(['_美'], '最美风景', 'zh')).toEqual([]);
  });

  it('sees an Arabic word behind its conjunction, preposition and article', () => {
    expect(found(['حرب', 'روسيا'], 'والحرب لروسيا', 'ar')).toEqual(['حرب', 'روسيا']);
    expect(found(['حرب'], 'محارب', 'ar')).toEqual([]);
  });

  it('strips nothing from a word whose language writes its short words apart', () => {
    expect(found(['رای@fa'], 'برای صلح', 'fa')).toEqual([]);
    expect(found(['رای@fa'], 'رای مجلس', 'fa')).toEqual(['رای']);
  });

  it('sees a Hebrew word behind its short words, with any quotation mark inside', () => {
    expect(found(['איראן@he', 'ארה"ב@he', 'עזה@he'], 'ומאיראן לארה״ב, כשבעזה', 'he')).toEqual(['איראן', 'ארה״ב', 'עזה']);
    expect(found(['סין@he', 'וטו@he'], 'מוסינסון זכתה בלוטו', 'he')).toEqual([]);
    expect(found(['צבא@he'], 'מהצבא ושהצבא', 'he')).toEqual(['צבא', 'צבא']);
  });

  it('begins and ends a word of katakana where another script does', () => {
    expect(found(['マリ@ja', 'タイ@ja', 'イラン@ja'], 'マリで衝突 タイ国境、対イラン制裁', 'ja')).toEqual(['マリ', 'タイ', 'イラン']);
    expect(found(['マリ@ja', 'タイ@ja'], 'マリーンズ マリオ タイガース アマリ', 'ja')).toEqual([]);
  });

  it('takes particles behind a Korean word and nothing before it', () => {
    expect(found(['이란@ko', '러시아@ko'], '이란은 러시아와', 'ko')).toEqual(['이란', '러시아']);
    expect(found(['이란@ko'], '사랑이란 무엇인가', 'ko')).toEqual([]);
    expect(found(['회담@ko', '美@ko'], '美회담', 'ko')).toEqual(['美', '회담']);
  });

  it('folds the dots and nasal signs with which Hindi spells foreign names', () => {
    expect(found(['गाजा@hi', 'फ्रांस@hi'], 'ग़ाज़ा और फ़्राँस', 'hi')).toEqual(['ग़ाज़ा', 'फ़्राँस']);
  });

  it('looks for words of one language in letters of several only in its own titles', () => {
    const terms = ['حمله@fa', 'حرب@ar', 'війна@uk', 'мира@ru', '米軍@ja', '俄@zh', '한국@ko'];
    expect(found(terms, 'حرب حمله война мира 米軍 俄 한국', 'ar')).toEqual(['حرب', 'мира', '俄']);
    expect(found(terms, 'حرب حمله мира війна 米軍 俄 한국', 'fa')).toEqual(['حمله']);
    expect(found(terms, 'حرب حمله мира війна 米軍 俄', '')).toEqual(['حرب', 'حمله', 'мира', 'війна', '米軍', '俄']);
  });

  it('lets the longest term win where terms overlap', () => {
    expect(found(['star wars', 'wars'], 'New Star Wars film, old wars')).toEqual(['Star Wars', 'wars']);
    expect(found(['north korea', 'korea', 'korea summit talks'], 'North Korea summit talks')).toEqual(['Korea summit talks']);
  });

  it('takes the terms of the title language and of all languages, and every term where the language is not served', () => {
    expect(found(['rat@de', 'nato', 'cat@en'], 'Rat in NATO kitchen', 'en')).toEqual(['NATO']);
    expect(found(['rat@de', 'nato'], 'Rat und NATO', 'de-AT')).toEqual(['Rat', 'NATO']);
    expect(found(['rat@de', 'guerra@es'], 'La guerra continua', 'it')).toEqual(['guerra']);
    expect(found(['война@ru', 'rat@en'], 'Эта война', 'en')).toEqual(['война']);
  });

  it('ignores accents, full width, invisible characters and letter styles, and keeps the offsets of the title', () => {
    expect(found(['erdogan'], 'Erdoğan and Erdog\u0306an')).toEqual(['Erdoğan', 'Erdog\u0306an']);
    expect(found(['nato', '制裁'], '😀 ＮＡＴＯ \u200bna\u00adto 制裁')).toEqual(['ＮＡＴＯ', 'na\u00adto', '制裁']);
    expect(found(['russia'], '𝐑𝐮𝐬𝐬𝐢𝐚 acts')).toEqual(['𝐑𝐮𝐬𝐬𝐢𝐚']);
  });

  it('takes a name of a state for a common word where a title writes it small', () => {
    const match = makeTermMatcher(['duda', 'modi', 'goma', 'ukraine'].map((name) => readTerm(name, { ...place, kind: 'state' }, '*')));
    const found = (title: string): string[] => match(title, 'en').matches.map(({ start, end }) => title.slice(start, end));
    expect(found('La guerra sin duda continúa; i modi della guerra')).toEqual([]);
    expect(found('Sin Duda en Goma, Modi y la goma')).toEqual(['Duda', 'Goma', 'Modi']);
    expect(found('modi visits goma')).toEqual(['modi', 'goma']);
    expect(found('Pro-ukraine rally, #ukraine, UKRAINE')).toEqual(['ukraine', 'ukraine', 'UKRAINE']);
  });

  it('finds terms aside wherever they stand, and lets them hide nothing', () => {
    const aside = { ...readTerm('rail strike', place, 'en'), aside: true as const };
    const found = makeTermMatcher([readTerm('strike', place, 'en')], [aside])('Rail strike ends', 'en');
    expect(found.matches).toMatchObject([{ start: 5, end: 11 }]);
    expect(found.aside).toMatchObject([{ start: 0, end: 11 }]);
  });

  it('gives two terms of one span both', () => {
    const match = makeTermMatcher([
      readTerm('troops', place, 'en'),
      readTerm('troops', { ...place, sort: 'mechanisms', ids: ['troops'] }, 'en'),
    ]);
    expect(match('Troops move', 'en').matches).toHaveLength(2);
  });
});
