// On what something that is said of a family stands, in words that are shown beside it.

/** `said by 7 outlets` or `one outlet`; `rules` where no outlet says it and the project's own rules conclude it. */
export function basisOf(outlets: readonly string[]): string {
  if (outlets.length === 0) return 'rules';
  return outlets.length === 1 ? 'one outlet' : `said by ${outlets.length} outlets`;
}

/** What a model says and no outlet's headline was read to say, once the evidence check has let it pass. */
export const byModel = 'model, checked';
