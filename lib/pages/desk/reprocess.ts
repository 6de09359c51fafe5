// Before anything is done again: how much it is and what it costs. Only the button on this page does it, and no more than was shown.
import type { PhaseName } from '../../config/phases.js';
import { wouldInWords, wouldRedo } from '../../desk/redo.js';
import { textField } from '../fields.js';
import { type Html, html } from '../html.js';
import { chosenIn, phaseIn } from './act/acts.js';
import { actButton } from './act/form.js';
import { type DeskAsked, deskPage } from './page.js';

interface Would {
  phase: PhaseName;
  items: number;
  costUsd: number | null;
}

export const reprocess = deskPage<Would>({
  path: '/desk/reprocess',
  about: 'How much would be done again, and what it would cost.',
  read: async (asked) => {
    const phase = phaseIn(asked.word);
    return { phase, ...(await wouldRedo(asked, phase, chosenIn(asked.word))) };
  },
  title: ({ phase }) => `Do ${phase} again`,
  body: reprocessBody,
});

function reprocessBody({ phase, items, costUsd }: Would, asked: DeskAsked): Html {
  const { word } = asked;
  const fields = { phase, which: word('which') ?? 'stale', since: word('since'), ids: word('ids'), shown: String(items) };
  return html`<h1>${wouldInWords(phase, { items, costUsd })}</h1>
${items === 0 ? '' : actButton(asked, { act: 'reprocess', label: 'Do it again', fields, more: textField('why', 'Why', undefined, 'for whoever looks') })}
<p><a href="/desk/phases/${phase}">Back to ${phase}</a></p>`;
}
