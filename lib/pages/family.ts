// A family: what happened and who says so, in whose words, how it went on, and why its headlines are together.

import { courseSection } from './family/course.js';
import { evidenceLinks } from './family/evidence.js';
import { framesSection } from './family/frames.js';
import { type FamilyView, readFamilyView } from './family/read.js';
import { familyStanding, recordSections } from './family/record.js';
import { toldSections } from './family/told.js';
import { wordingSection } from './family/wording.js';
import { type Html, html } from './html.js';
import { type Asked, page } from './page.js';
import { told } from './words.js';

export const family = page<FamilyView>({
  path: '/families/:id{[0-9]{1,18}}',
  about: 'An event family: what happened and who says so, in whose words, and why its headlines are together.',
  read: ({ sql, part }) => readFamilyView(sql, part('id')),
  missing: ({ part }) => `There is no event family ${part('id')}.`,
  title: ({ family: { title } }) => title,
  body: familyBody,
});

function familyBody(view: FamilyView, asked: Asked): Html {
  const { family, frames, titles, outlets } = view;
  const evidence = evidenceLinks(titles);
  return html`<h1 dir="auto">${family.title}</h1>
${familyStanding(view, asked)}
<p>${told(family.context ?? family.summary)}</p>
${toldSections(family, evidence, asked)}
${view.mergedInto === null ? framesSection(frames, titles, evidence) : ''}
${view.mergedInto === null ? wordingSection({ titles, acts: family.acts ?? [], titleCount: family.titleCount, outlets }, asked) : ''}
${courseSection(family, titles, evidence, asked)}
${recordSections(view, asked)}`;
}
