// The one table of languages: a line each, its facts in rows/. Served are those that every room reads; known are those in which the gate
// finds actors and main acts; the rest is only told apart from them.
import type { Language } from './language.js';
import { ar } from './rows/ar.js';
import { de } from './rows/de.js';
import { en } from './rows/en.js';
import { es } from './rows/es.js';
import { fa } from './rows/fa.js';
import { fr } from './rows/fr.js';
import { he } from './rows/he.js';
import { hi } from './rows/hi.js';
import { id } from './rows/id.js';
import { it } from './rows/it.js';
import { ja } from './rows/ja.js';
import { ko } from './rows/ko.js';
import { others } from './rows/others.js';
import { pl } from './rows/pl.js';
import { pt } from './rows/pt.js';
import { ru } from './rows/ru.js';
import { tr } from './rows/tr.js';
import { uk } from './rows/uk.js';
import { zh } from './rows/zh.js';

/** All rows, the served first. */
export const languages: readonly Language[] = [en, de, es, fr, ru, zh, ar, uk, pt, it, tr, pl, fa, ja, ko, hi, he, id, ...others];

const byCode = new Map(languages.map((language) => [language.code, language]));

/** The row of a code such as "en", "zh-CN" or "PT_br"; undefined for a language that has none. */
export function languageOf(code: string): Language | undefined {
  return byCode.get(code) ?? byCode.get(code.split(/[-_]/, 1)[0]?.toLowerCase() ?? '');
}

/** The codes of the languages whose titles the gate reads with words of their own. */
export const gatedLanguages: readonly string[] = languages.flatMap(({ code, role }) => (role === 'told' ? [] : [code]));
