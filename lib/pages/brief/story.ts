// A story of the first screen: who did what to whom and who tells it, and the frames side by side, each with its outlets and quotations.
import { hrefOf } from '../../desk/brief/document.js';
import { counted, countryName } from '../../desk/words.js';
import type { Frame, Link, Story } from '../../edition/edition.js';
import { countName, valueInWords } from '../../family/count-name.js';
import { href } from '../address.js';
import { type Html, html } from '../html.js';
import type { Asked } from '../page.js';
import { badge, familyLink, fewOf, outletLink, quoted, theaterLink, time, told, watchMark } from '../words.js';

const most = { quotes: 4, outlets: 6, unfolded: 5 };

/** One story as an article, at `#ef-NUMBER` of its page; of its parts those that it has. */
export function storySection(story: Story, asked: Asked): Html {
  const { ef, title, continues } = story;
  return html`<article id="ef-${ef}">
<h3 dir="auto"><bdi>${badge(story.importance)}</bdi> <a href="${href('/families', ef)}">${title}</a></h3>
<p class="quiet">${watchMark(story.watched ?? [])}${standing(story, asked)}</p>
${continues === null ? '' : html`<p>Goes on from ${familyLink(continues.ef, continues.title)}</p>`}
${pointsOf(story, asked)}
${framesOf(story)}
${readPart(story)}
</article>
`;
}

function standing({ theater, eventType, titles, inSpan, outlets, firstAt, lastAt }: Story, asked: Asked): Html {
  const by =
    outlets.length === 1 ? html`told by ${outletLink(outlets[0] ?? '')} alone, confirmed by nobody` : counted(outlets.length, 'outlet');
  const fresh = inSpan === titles ? '' : `, ${inSpan} of them in this time`;
  const span = firstAt === lastAt ? time(firstAt, asked) : html`${time(firstAt, asked)} to ${time(lastAt, asked)}`;
  return html`${theaterLink(theater, asked)} · ${eventType} · ${counted(titles, 'headline')}${fresh} · ${by} · ${span}`;
}

function pointsOf({ acts, figures, disputed, silent }: Story, asked: Asked): Html | '' {
  const points = [
    ...acts.map(
      ({ text, basis, outlets, onlyStateMediaOf }) =>
        html`<strong>${told(text)}</strong>, ${basis}: ${names(outlets)}${onlyStateMediaOf ? html`. <strong>Only state media (${countryName(onlyStateMediaOf)}) tell it.</strong>` : ''}`,
    ),
    ...figures.map(({ course, ...count }) => {
      const steps = course.map(
        (step, place) =>
          html`${place === 0 ? '' : '; before that '}${valueInWords(step, count.unit)} (${names(step.outlets)}, ${time(step.at, asked)})`,
      );
      return html`<strong>${told(countName(count))}</strong>: ${steps}`;
    }),
    ...disputed.map(
      ({ question, answers }) =>
        html`<strong>Disputed:</strong> ${told(question)} ${answers.map(({ answer, outlets }, at) => html`${at === 0 ? '' : '; '}${told(answer)} (${names(outlets)})`)}`,
    ),
    ...silent.map(({ told: what, missing }) => html`<strong>Left out:</strong> ${told(what)}, not told by ${names(missing)}`),
  ];
  return points.length === 0 ? '' : html`<ul>${points.map((point) => html`<li>${point}</li>\n`)}</ul>`;
}

function names(outlets: readonly string[]): Html {
  return fewOf(outlets.map(outletLink), most.outlets);
}

/** Nothing where one outlet alone tells: there is nothing to compare. */
function framesOf({ frames, outlets }: Story): Html | '' {
  return outlets.length < 2 || frames.length === 0 ? '' : html`<div class="aside">${frames.map(frameCard)}</div>`;
}

function frameCard({ title, outlets, statements, quotes, basis }: Frame): Html {
  return html`<section class="card">
<h4 dir="auto">${title}</h4>
<p class="quiet">${names(outlets)} (${basis})</p>
<ul>${statements.map((statement) => html`<li>${told(statement)}</li>`)}</ul>
${quotes.slice(0, most.quotes).map(({ quote, outlet, url }) => html`<blockquote>${linked(quoted(quote), url)} <span class="quiet">${told(outlet)}</span></blockquote>`)}
</section>`;
}

/** What was not quoted above. */
function readPart({ links, titles, frames, outlets }: Story): Html | '' {
  const shown = new Set(outlets.length < 2 ? [] : frames.flatMap(({ quotes }) => quotes.slice(0, most.quotes).map(({ title }) => title)));
  const rest = links.filter(({ title }) => !shown.has(title));
  if (rest.length === 0) return '';
  const list = html`<ul>${rest.map(linkItem)}</ul>`;
  const head = rest.length < titles ? `${counted(rest.length, 'further headline')}` : counted(rest.length, 'headline');
  return rest.length > most.unfolded ? html`<details><summary>${head}</summary>${list}</details>` : list;
}

function linkItem({ outlet, lang, title, url }: Link): Html {
  return html`<li><span class="quiet">${told(outlet)}${lang === 'en' ? '' : ` (${lang})`}:</span> <span lang="${lang}">${linked(told(title), url)}</span></li>\n`;
}

/** Only what a browser may follow is a link. */
function linked(shown: Html, url: string | null): Html {
  const { href } = hrefOf(url);
  return href === undefined ? shown : html`<a href="${href}" rel="noopener noreferrer nofollow">${shown}</a>`;
}
