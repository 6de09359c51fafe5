// What a headline can put first.

/** In the order in which they win where two words begin together. */
export const foci = ['blame_other_side', 'law', 'cost', 'victims', 'security_threat', 'diplomacy', 'resistance', 'actor', 'plain'] as const;
export type Focus = (typeof foci)[number];
