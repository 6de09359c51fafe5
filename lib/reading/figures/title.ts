// A headline as the figures are read off it.
import type { Token } from '../text/tokens.js';
import type { Language } from './tables.js';

export interface Title {
  tokens: readonly Token[];
  title: string;
  language: Language;
}
