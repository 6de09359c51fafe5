// Titles for tests of grouping and describing, with what the gate would have found in them.
import type { NewsTitle } from '../../../lib/matching/features.js';
import { readHeadline } from '../../support/read-headline.js';

let last = 0;

/** A title of its own id. `at` is hours after 1 March 2026 00:00 UTC; `gate` is "ACTOR ACTOR | mechanism mechanism". */
export function title(text: string, gate = '|', more: { lang?: string; at?: number; publisher?: string; id?: string } = {}): NewsTitle {
  last += 1;
  const [actors = '', mechanisms = ''] = gate.split('|').map((part) => part.trim());
  const id = more.id ?? String(last);
  const reading = readHeadline(text, more.lang ?? 'en');
  return {
    titleId: id,
    titleHash: `hash-${id}`,
    text,
    lang: more.lang ?? 'en',
    publisher: more.publisher ?? `Outlet ${id}`,
    at: new Date(Date.UTC(2026, 2, 1) + (more.at ?? 0) * 3_600_000),
    actors: actors === '' ? [] : actors.split(' '),
    mechanisms: mechanisms === '' ? [] : mechanisms.split(' '),
    tier: 1,
    kind: reading.kind,
    acts: reading.acts,
    figures: reading.figures,
    loaded: reading.wording.loaded,
    theater: reading.theater,
    eventType: reading.eventType,
  };
}

/** Other news of the same days, no two of one event, in which the great actors and common acts come up as often as they do. */
export function otherNews(): NewsTitle[] {
  return [
    'Russian shelling damages Kherson power lines; RU UA | strike energy-supply',
    'Ukrainian saboteurs derail freight train near Bryansk; UA RU |',
    'Glide bomb destroys school in Sumy; RU UA | strike',
    'Kharkiv metro closes after missile debris falls; UA | strike',
    'Russian missile hits warehouse in Dnipro; RU UA | strike',
    'Ukraine shoots down helicopter near Robotyne; UA RU | strike',
    'Moscow airports shut after drone alert; RU |',
    'Drone strike kills mayor of Nikopol; RU UA | strike casualties',
    'EU ministers split over farm subsidies; EU | policy',
    'EU commissioner resigns in expenses row; EU | government',
    'Brussels opens inquiry into battery makers; EU | policy',
    'EU and Mercosur initial beef quota; EU MERCOSUR | trade-agreement',
    'EU widens sanctions on Myanmar generals; EU MM | sanctions',
    'US sanctions Iranian oil brokers; US IR | sanctions energy-supply',
    'Canada sanctions Haitian gang leader; CA HT | sanctions',
    'Russian court jails blogger; RU | court-ruling',
    'Russia raises key rate to 19 percent; RU | economy',
    'Kenya police clash with teachers; KE | protest',
    'Peru congress censures minister; PE | legislation',
    'Chad army repels raid on lake villages; TD | attack',
    'Nepal and India sign hydropower accord; NP IN | energy-supply trade-agreement',
    'Fiji recalls envoy from Canberra; FJ AU | diplomacy',
    'Latvia tightens language law; LV | legislation',
    'Bolivia opens lithium bids; BO | policy',
    'Gabon sets date for senate vote; GA | election',
    'Malta rescues migrants off Lampedusa; MT IT | migration',
    'Laos devalues kip; LA | economy',
    'Ghana restructures cocoa bonds; GH | economy',
    'Japan and Australia agree frigate purchase; JP AU | defence-deal',
    'Chile voters reject mining royalty; CL | election',
    'Thai court dissolves opposition party; TH | court-ruling',
    'Sweden expels pipeline consultant for espionage; SE | espionage',
    'Turkey closes strait to warships; TR | policy',
    'Israel approves new Golan housing; IL | policy',
    'Armenia opens border crossing to Turkey; AM TR | diplomacy',
    'Cyber attack halts Lisbon ports; PT | cyber-operation',
    'Vietnam jails tycoon over bank fraud; VN | court-ruling',
    'Cuba frees dissident artists; CU | diplomacy',
    'South Sudan militia storms oil field; SS | attack',
    'Iceland volcano cuts geothermal plant; IS | disaster',
  ].map((line, index) => {
    const [text = '', gate = '|'] = line.split('; ');
    return title(text, gate, { at: index % 24 });
  });
}
