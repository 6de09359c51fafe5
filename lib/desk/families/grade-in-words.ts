// What a second model said of how a family is told, as P3 keeps it beside what made the description, in words.

interface Marks {
  coherent: number;
  faithful: number;
  one_happening: number;
}

export interface GradeKept {
  before: Marks;
  after: Marks | null;
  by: string;
  outcome: 'kept' | 'improved' | 'by rules';
}

const outcomes = {
  kept: '',
  improved: ', so it was written anew',
  'by rules': ', and writing it anew was no better: it is told by rules',
} as const;

/** Empty where nobody graded it. */
export function gradeInWords(grade: GradeKept | null | undefined): string {
  if (!grade) return '';
  const { before, after, by, outcome } = grade;
  return `${marksInWords(before)} by ${by}${outcomes[outcome]}${after === null ? '' : `; then ${marksInWords(after)}`}`;
}

function marksInWords({ coherent, faithful, one_happening }: Marks): string {
  return `coherent ${coherent}, faithful ${faithful}, one happening ${one_happening} of 10`;
}
