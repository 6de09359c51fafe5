// German, as a row of the table of languages.
import { row } from '../language.js';

export const de = row({
  code: 'de',
  name: 'German',
  role: 'served',
  capitals: 'nouns',
  thousands: ['.', ' '],
  frequent: `
    der die das und für von mit dem den im in ist nach auf bei über gegen wird sich nicht eine einen einer zum zur vor aus wie
    wegen sind ein auch will an so um
  `,
  stop: `
    der die das den dem des ein eine einen einem einer eines und oder aber von vom in im an am auf aus bei beim mit nach vor zu
    zum zur für gegen über unter um durch ohne bis seit als wie ist sind war waren wird werden wurde wurden sein hat haben hatte
    kann können soll sollen will wollen nicht kein keine auch noch nur schon mehr sich er sie es wir ihr ihre sein seine was wer
    wo wann warum dass ob wenn so hier sagt sagen meldet laut bericht neue neuer neues neuen live ticker liveticker kommentar
    analyse interview nun jetzt wieder
  `,
  joints: 'als|während|mit|nach|aber',
  openers: 'während|nachdem|aber|obwohl|trotz|nach|als|weil|bevor|wenn',
  endings: /(?:ern|em|en|er|es|e|n|s)$/,
  forms: 'few',
  countries: { leftOut: 'IM NU TG SZ DM', endings: { '*': '- -s' } },
});
