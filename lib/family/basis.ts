// On what something that is said of a family stands, in words that are shown beside it.

/**
 * `said by 7 outlets` or `one outlet`, where these are all of the family; else `said by at least 7 outlets` and `read in one outlet`, for others
 * may say it in words that were not read; `rules` where no outlet says it and the project's own rules conclude it.
 */
export function basisOf(outlets: readonly string[], ofFamily: number): string {
  if (outlets.length === 0) return 'rules';
  const all = outlets.length >= ofFamily;
  if (outlets.length === 1) return all ? 'one outlet' : 'read in one outlet';
  return all ? `said by ${outlets.length} outlets` : `said by at least ${outlets.length} outlets`;
}

/** What a model says and no outlet's headline was read to say, once the evidence check has let it pass. */
export const byModel = 'model, checked';
