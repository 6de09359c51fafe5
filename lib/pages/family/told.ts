// What the headlines of a family tell together, each with who tells it: who did what to whom, figures over time, what is disputed and left out.

import type { FamilyRecord, ShownCourse } from '../../desk/show/family.js';
import { countryName } from '../../desk/words.js';
import { withArticle } from '../../family/act-words.js';
import { countName, valueInWords } from '../../family/count-name.js';
import { type Html, html } from '../html.js';
import type { Asked } from '../page.js';
import { actorLink, fewOf, outletLink, section, time, told } from '../words.js';
import type { EvidenceLinks } from './evidence.js';

/** A section each for acts, figures, what is disputed and what is left out; none for what was not found, all empty until it was enriched. */
export function toldSections(family: FamilyRecord, evidence: EvidenceLinks, asked: Asked): Html {
  return html`${section(
    'What happened',
    (family.acts ?? []).map((act) => actItem(act, family, evidence)),
  )}
${section(
  'Figures over time',
  (family.figures ?? []).map((figure) => figureItem(figure, evidence, asked)),
)}
${section(
  'Disputed',
  (family.disputed ?? []).map(
    ({ question, answers }) =>
      html`${told(question)}<ul>${answers.map(({ answer, cites }) => html`<li><strong>${told(answer)}</strong>: ${evidence(cites)}</li>`)}</ul>`,
  ),
)}
${section(
  'Left out',
  (family.omissions ?? []).map(
    ({ told: what, outlets, missing }) =>
      html`${told(what)}: told by ${fewOf(outlets.map(outletLink))}; <strong>not told by</strong> ${fewOf(missing.map(outletLink))}`,
  ),
)}`;
}

type FamilyAct = NonNullable<FamilyRecord['acts']>[number];

/** "Russia → attack → Ukraine, as Ukraine's word: said by 3 outlets: A, B, C". */
function actItem(act: FamilyAct, { actorNames }: FamilyRecord, evidence: EvidenceLinks): Html {
  const party = (id: string) => actorLink(id, actorNames[id] ?? id);
  const how = act.mode === 'done' ? '' : ` (${act.mode})`;
  const said = !act.saidBy ? '' : html`, as the word of ${actorLink(act.saidBy, withArticle(actorNames[act.saidBy] ?? act.saidBy))}`;
  const sole = act.onlyStateMediaOf ? html` <strong>Only state media (${countryName(act.onlyStateMediaOf)}) tell it.</strong>` : '';
  const by = act.source == null ? html`<span class="quiet">by no known actor</span>` : html`${party(act.source)} →`;
  const upon = act.target == null ? '' : html` → ${party(act.target)}`;
  return html`${by} <strong>${act.action.replaceAll('_', ' ')}</strong>${how}${upon}${said} — ${act.basis}: ${evidence(act.cites)}${sole}`;
}

function figureItem({ course, basis, ...count }: ShownCourse, evidence: EvidenceLinks, asked: Asked): Html {
  return html`<strong>${told(countName(count))}</strong> <span class="quiet">(${basis})</span>
<ol>${course.map(
    (step) => html`<li>${valueInWords(step, count.unit)} <span class="quiet">${time(step.at, asked)}</span> ${evidence(step.cites)}</li>`,
  )}</ol>`;
}
