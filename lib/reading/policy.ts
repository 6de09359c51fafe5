// In what order a language puts the one who acts, the act, and the one who is met by it.

export interface Policy {
  /** Words are parted by spaces. */
  spaced: boolean;
  /** An adjective may follow its noun: "drones ukrainiens". */
  adjectiveAfter: boolean;
  /** The verb may stand before its subject. */
  verbFirst: boolean;
  /** Participles and infinitives stand at the end of their clause, and so do the verbs of dependent clauses. */
  verbLast: boolean;
  /** Endings say the case of a name. */
  cases: boolean;
  /** The last part of an unknown long word is what it is: "Drohnenangriff". */
  compounds: boolean;
  /** A noun is followed by whose it is, and verbal nouns do what infinitives do elsewhere: قصف غزة, تنفي قصف غزة. */
  idafa: boolean;
  /** What stands before the verb behind a preposition belongs to it: 对俄罗斯实施制裁. */
  prepositionsFirst: boolean;
}

const plain: Policy = {
  ...{ spaced: true, adjectiveAfter: false, verbFirst: false, verbLast: false, cases: false, compounds: false },
  ...{ idafa: false, prepositionsFirst: false },
};

const policies: Readonly<Record<string, Policy>> = {
  en: plain,
  de: { ...plain, verbFirst: true, verbLast: true, compounds: true },
  fr: { ...plain, adjectiveAfter: true },
  es: { ...plain, adjectiveAfter: true, verbFirst: true },
  pt: { ...plain, adjectiveAfter: true, verbFirst: true },
  it: { ...plain, adjectiveAfter: true, verbFirst: true },
  ru: { ...plain, verbFirst: true, cases: true },
  zh: { ...plain, spaced: false, prepositionsFirst: true },
  ar: { ...plain, adjectiveAfter: true, verbFirst: true, idafa: true },
};

/** The languages whose acts are read. */
export const readLanguages: readonly string[] = Object.keys(policies);

/** Who stands before the verb acts, who stands behind it is met: nothing but that order tells. */
export function isPlain({ spaced, adjectiveAfter, verbFirst, cases }: Policy): boolean {
  return spaced && !adjectiveAfter && !verbFirst && !cases;
}

/** The order of a language; null for one whose acts are not read. */
export function policyOf(lang: string): Policy | null {
  return policies[lang.slice(0, 2).toLowerCase()] ?? null;
}
