// What a headline can be: only news founds a family, the others may join one.

export const headlineKinds = ['news', 'opinion', 'live', 'anniversary', 'explainer', 'quiz'] as const;
export type HeadlineKind = (typeof headlineKinds)[number];
