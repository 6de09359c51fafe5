// The rules of enrichment: how far a measure has come, who acts on whom, which links are official.
import { describe, expect, it } from 'vitest';
import type { ToldAct } from '../../../lib/family/acts.js';
import { mergeActs } from '../../../lib/family/acts.js';
import type { Action } from '../../../lib/reading/actions.js';
import type { Act } from '../../../lib/reading/reading.js';
import { officialSources } from '../../../phases/enrich/official.js';
import { policyStatusOf, readStatus } from '../../../phases/enrich/policy.js';
import { rolesOf } from '../../../phases/enrich/roles.js';
import { tagsOf } from '../../../phases/enrich/tags.js';
import { memberOf } from './family-of.js';

describe('policy status', () => {
  it.each([
    ['EU proposes 21st sanctions package', 'proposed'],
    ['Parliament passes migration law', 'passed'],
    ['EU imposes sanctions on Belarus', 'passed'],
    ['Bundestag beschließt Wehrpflicht-Gesetz', 'passed'],
    ['Парламент принял закон об иноагентах', 'passed'],
    ['Le Parlement adopte la loi sur le budget', 'passed'],
    ['议会通过制裁法案', 'passed'],
    ['Trump signs minerals deal', 'signed'],
    ['Путин подписал закон', 'signed'],
    ['New tariffs take hold as EU law enters into force', 'in_force'],
    ['Neues EU-Gesetz: Verordnung tritt in Kraft', 'in_force'],
    ['EU suspends trade deal with Serbia', 'suspended'],
    ['Court annuls sanctions against banker', 'cancelled'],
    ['La Cédéao lève ses sanctions contre la Guinée', 'cancelled'],
  ])('%s: %s', (title, status) => {
    expect(readStatus(title)).toBe(status);
  });

  it.each([
    'Hungary refuses to sign sanctions package',
    'Storm passes over Kyiv',
    'Troops enter town',
    'Kremlin: no law was signed',
    'Judge rules minister canceled grants to schools',
    'Court rules that king unlawfully imposed tariffs',
    'Парламент Грузии принял в первом чтении закон об ограничении СМИ',
    'Parliament passes media law in first reading',
  ])('reads none in "%s"', (title) => {
    expect(readStatus(title)).toBe('none');
  });

  it('takes an intention for a proposal', () => {
    expect(readStatus('Gazprom seals gas agreement with Beijing')).toBe('none');
    expect(readStatus('Leaders to sign peace treaty')).toBe('proposed');
  });

  it('follows what most titles say, and cites them', () => {
    const titles = ['EU imposes sanctions on Belarus', 'EU approves sanctions on Belarus', 'EU plans sanctions on Russia'].map((title, i) =>
      memberOf(title, i),
    );
    expect(policyStatusOf(titles)).toEqual({ status: 'passed', cites: ['1', '2'] });
  });

  it('is read only where the headline tells the act itself', () => {
    expect(policyStatusOf([memberOf('What the law passed on Monday means for budget'), memberOf('The deal that Paris signed', 1)])).toEqual(
      { status: 'none', cites: [] },
    );
    expect(policyStatusOf([memberOf('EU to impose sanctions on Belarus')])).toEqual({ status: 'proposed', cites: ['1'] });
    for (const title of ['EU approves draft trade deal with Mercosur', 'EU adopts deal with Oman, calls on states to ratify it'])
      expect(readStatus(title)).toBe('proposed');
  });

  it('is not that of one headline among many', () => {
    const titles = ['US lifts sanctions on Iran', 'Iran hails talks', 'Iran and the US meet', 'Iran waits'].map((title, i) =>
      memberOf(title, i),
    );
    expect(policyStatusOf(titles).status).toBe('none');
  });
});

describe('roles', () => {
  const act = (source: string | null, action: Action, target: string | null, more: Partial<Act> = {}): Act => {
    return { source, action, target, mode: 'done', saidBy: null, start: 0, end: 1, ...more };
  };
  /** One headline for each list of acts. */
  const roles = (...headlines: Act[][]): Record<string, string> =>
    Object.fromEntries(
      rolesOf(mergeActs(headlines.map((acts, i) => ({ titleId: `${i}`, acts }))), headlines.length).map(({ actor, role }) => [actor, role]),
    );

  it('are counterparts where one visits the other in peace', () => {
    expect(roles([act('RU', 'visit_or_meet', 'CN')])).toEqual({ RU: 'initiator', CN: 'counterpart' });
  });

  it('are those of the acts: who does it, to whom, who receives, who mediates', () => {
    expect(roles([act('RU', 'attack', 'UA')])).toEqual({ RU: 'initiator', UA: 'target' });
    expect(roles([act(null, 'attack', 'UA')])).toEqual({ UA: 'target' });
    expect(roles([act('US', 'supply_arms', 'UA')])).toEqual({ US: 'initiator', UA: 'beneficiary' });
    expect(roles([act('US', 'negotiate', 'IR'), act('OM', 'mediate', null)])).toEqual({ US: 'initiator', IR: 'initiator', OM: 'mediator' });
  });

  it('are those of doers where two do the same to each other in one headline', () => {
    expect(roles([act('IN', 'attack', 'PK'), act('PK', 'attack', 'IN')])).toEqual({ IN: 'initiator', PK: 'initiator' });
    expect(roles([act('IN', 'attack', 'PK')], [act('PK', 'attack', 'IN')])).toEqual({});
  });

  it('are not given for what somebody says of another, asks for or denies', () => {
    const blamed = [act('PL', 'accuse', 'RU'), act('RU', 'attack', 'PL', { mode: 'claimed', saidBy: 'PL' })];
    expect(roles(blamed)).toEqual({ PL: 'initiator', RU: 'target' });
    expect(roles([act('RU', 'attack', 'UA', { mode: 'claimed', saidBy: 'UA' })])).toEqual({});
    expect(roles([act('IR', 'attack', 'SA', { mode: 'denied', saidBy: 'IR' })])).toEqual({});
  });

  it('are given for what the doer says of itself, and for threats and plans', () => {
    expect(roles([act('RU', 'attack', 'UA', { mode: 'claimed', saidBy: 'RU' })])).toEqual({ RU: 'initiator', UA: 'target' });
    expect(roles([act('US', 'sanction', 'CN', { mode: 'threatened' })])).toEqual({ US: 'initiator', CN: 'target' });
  });

  it('come from deeds where the headlines tell any, not from who condemns them', () => {
    const told = [[act('RU', 'attack', 'UA')], [act('RU', 'attack', 'UA')], [act('UA', 'condemn', 'RU'), act('UN', 'condemn', 'RU')]];
    expect(roles(...told)).toEqual({ RU: 'initiator', UA: 'target' });
  });

  it('come from what is done, not from the answer that is threatened', () => {
    const told = [[act('EU', 'sanction', 'RU')], [act('RU', 'threaten', 'EU')], [act('RU', 'sanction', 'EU', { mode: 'threatened' })]];
    expect(roles(...told)).toEqual({ EU: 'initiator', RU: 'target' });
  });

  it('stay empty where the headlines show an actor now as doing and now as hit', () => {
    expect(roles([act('RU', 'attack', 'UA')], [act('UA', 'attack', 'RU')])).toEqual({});
  });

  it('are not given to an actor that one headline of many names', () => {
    const strikes = Array.from({ length: 15 }, () => [act('RU', 'attack', 'UA')]);
    expect(roles([act('IR', 'aid', 'RU')], ...strikes)).toEqual({ RU: 'initiator', UA: 'target' });
  });

  it('what a single headline shows of another actor is an aside where several show who acts', () => {
    const strikes = Array.from({ length: 3 }, () => [act('RU', 'attack', 'UA')]);
    const aside = [act('PL', 'mobilise_or_drill', null)];
    expect(roles(...strikes, aside)).toEqual({ RU: 'initiator', UA: 'target' });
    expect(roles(...strikes, aside, aside)).toEqual({ RU: 'initiator', UA: 'target', PL: 'initiator' });
  });
});

describe('acts of a family', () => {
  it('are one where headlines tell the same, whoever of two that meet is named first', () => {
    const meeting = { action: 'visit_or_meet', mode: 'done', saidBy: null, start: 0, end: 1 } as const;
    const acts = mergeActs([
      { titleId: '1', acts: [{ source: 'US', target: 'CN', ...meeting }] },
      { titleId: '2', acts: [{ source: 'CN', target: 'US', ...meeting }] },
      { titleId: '3', acts: [] },
    ]);
    expect(acts).toEqual([{ source: 'US', action: 'visit_or_meet', target: 'CN', mode: 'done', saidBy: null, cites: ['1', '2'] }]);
  });
});

describe('official sources', () => {
  const link = (url: string, domain: string | null = null) => ({ url, domain });

  it('are links on official hosts, each host once, at most two', () => {
    const links = [
      'https://www.state.gov/a',
      'https://www.state.gov/b',
      'https://news.example/c',
      'https://mod.gov.ua/d',
      'https://nato.int/e',
    ];
    expect(officialSources(links.map((url) => link(url)))).toEqual(['https://www.state.gov/a', 'https://mod.gov.ua/d']);
  });

  it('are not look-alikes, nor links that are no web links', () => {
    const links = ['https://gov.ua.example.com/a', 'https://notkremlin.ru/b', 'javascript:alert("state.gov")', 'no link'];
    expect(officialSources(links.map((url) => link(url)))).toEqual([]);
  });

  it('are no news agencies, not even those of a state', () => {
    expect(officialSources([link('https://www.spa.gov.sa/a'), link('https://en.irna.ir/b'), link('https://tass.com/c')])).toEqual([]);
  });

  it('count by the publisher where an aggregator gave the link', () => {
    expect(officialSources([link('https://news.google.com/x', 'kremlin.ru')])).toEqual(['https://news.google.com/x']);
  });
});

describe('tags', () => {
  const act = { source: 'RU', action: 'attack', target: 'UA', mode: 'done', saidBy: null, cites: ['1'] } as const;
  const told = (...acts: Partial<ToldAct>[]) =>
    tagsOf(
      acts.map((one) => ({ ...act, ...one, cites: [...(one.cites ?? act.cites)] })),
      'EUROPE_SECURITY',
      'Legal/ICC',
    );

  it('are the acts most told, then theater and type, never more than three', () => {
    expect(told({}, { action: 'arrest_or_try', cites: ['2', '3'] }, { action: 'accuse' })).toEqual([
      'arrest-or-try',
      'attack',
      'europe-security',
    ]);
    expect(told()).toEqual(['europe-security', 'legal', 'icc']);
  });

  it('are of nothing that is denied', () => {
    expect(told({ mode: 'denied' })).toEqual(['europe-security', 'legal', 'icc']);
  });
});
