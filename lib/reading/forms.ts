// The forms of a verb as the lexicons mark them.

/** F finite, A finite or participle (English), P participle, B base form or infinitive, G gerund, U future, W first person plural. */
export type Form = 'F' | 'A' | 'P' | 'B' | 'G' | 'U' | 'W';
