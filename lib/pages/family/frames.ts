// How outlets tell a family, side by side: each narrative with its outlets, what is said of its wording, and its quotations to the letter.

import type { ShownFrame } from '../../desk/show/family.js';
import { statementsApart } from '../../desk/show/statements-apart.js';
import { type Html, html } from '../html.js';
import { fewOf, outletLink, told } from '../words.js';
import { anchor, type EvidenceLinks } from './evidence.js';
import type { FamilyTitle } from './read.js';

/**
 * A card for each narrative, in the order given; a sentence that says what comes where there is none. `titles` are those of the family, for
 * their outlets.
 */
export function framesSection(frames: readonly ShownFrame[], titles: readonly FamilyTitle[], evidence: EvidenceLinks): Html {
  if (frames.length === 0)
    return html`<h2>How it is told</h2>
<p>Nothing was told of the wording yet; the narrate phase does so once the family is active.</p>`;
  const outletOf = new Map(titles.map(({ id, publisher }) => [String(id), publisher]));
  return html`<h2>How it is told</h2>
<div class="aside">${frames.map((frame) => frameCard(frame, outletOf, evidence))}</div>`;
}

function frameCard(frame: ShownFrame, outletOf: ReadonlyMap<string, string>, evidence: EvidenceLinks): Html {
  const basis = `${frame.outlets.length === 1 ? 'one outlet, ' : ''}${frame.madeBy['engine'] === 'offline' ? 'by rules' : 'by a model, checked'}`;
  const { own, apart } = statementsApart(frame, (id) => outletOf.get(String(id)));
  const item = ({ text, cites }: ShownFrame['statements'][number]) =>
    html`<li>${told(text)} <span class="quiet">${evidence(cites)}</span></li>`;
  const lines = own.length > 0 ? own.map(item) : [html`<li>${told(frame.thesis)}</li>`];
  const quotes = frame.evidence.map(
    ({ title_id, quote }) =>
      html`<blockquote><a href="#${anchor(title_id)}">“${told(quote)}”</a> <span class="quiet">${told(outletOf.get(String(title_id)) ?? '')}</span></blockquote>`,
  );
  return html`<section class="card">
<h3 dir="auto">${frame.title}</h3>
<p class="quiet">${Math.round(frame.prevalence * 100)} % of the headlines, ${basis}: ${fewOf(frame.outlets.map(outletLink))}</p>
<ul>${lines}</ul>
${quotes}
${apart.length > 0 ? html`<p class="quiet">Of headlines in none of the groups:</p><ul>${apart.map(item)}</ul>` : ''}
${frame.whyDifferent ? html`<p><strong>Different:</strong> ${told(frame.whyDifferent)}</p>` : ''}
</section>`;
}
