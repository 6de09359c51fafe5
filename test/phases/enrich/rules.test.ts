// The rules of enrichment: how far a measure has come, who acts on whom, which links are official.
import { describe, expect, it } from 'vitest';
import { officialSources } from '../../../phases/enrich/official.js';
import { policyStatusOf, readStatus } from '../../../phases/enrich/policy.js';
import { rolesOf } from '../../../phases/enrich/roles.js';
import { tagsOf, whyStrategic } from '../../../phases/enrich/why.js';
import { familyOf } from './family-of.js';

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
  ])('reads none in "%s"', (title) => {
    expect(readStatus(title)).toBe('none');
  });

  it('takes an intention for a proposal', () => {
    expect(readStatus('Leaders to sign peace treaty')).toBe('proposed');
  });

  it('follows what most titles say, and cites them', () => {
    const titles = ['EU adopts sanctions', 'EU approves sanctions', 'EU plans more sanctions'].map((title, i) => ({
      titleId: `${i}`,
      title,
    }));
    expect(policyStatusOf(titles)).toEqual({ status: 'passed', cites: ['0', '1'] });
  });
});

describe('roles', () => {
  it.each([
    ['Russia strikes Kyiv overnight', ['strike'], { RU: 'initiator', UA: 'target' }],
    ['Kyiv hit by Russian missiles', ['strike'], { RU: 'initiator', UA: 'target' }],
    ['Kyiv: nine dead in Russian strike', ['strike'], { RU: 'initiator', UA: 'target' }],
    ['EU imposes sanctions on Russia', ['sanctions'], { EU: 'initiator', RU: 'target' }],
    ['Russia faces new sanctions by EU', ['sanctions'], { EU: 'initiator' }],
    ['US sends arms to Ukraine', ['arms-transfer'], { US: 'initiator', UA: 'beneficiary' }],
    ['US and Iran resume talks with Oman as mediator', ['peace-process'], { US: 'initiator', IR: 'initiator', OM: 'mediator' }],
    ['Summit opens without Russia', ['summit'], {}],
  ])('%s', (title, mechanisms, expected) => {
    const roles = rolesOf(familyOf([title], { mechanisms }));
    expect(Object.fromEntries(roles.map(({ actor, role }) => [actor, role]))).toMatchObject(expected);
    if (Object.keys(expected).length === 0) expect(roles).toEqual([]);
  });

  it('gives no role to an actor that one title of many names', () => {
    const titles = [
      'Iran comments on strike',
      ...Array.from({ length: 15 }, (_, i) => `Russia strikes Kyiv again, part ${'abcdefghijklmno'.charAt(i)}`),
    ];
    expect(rolesOf(familyOf(titles)).map(({ actor }) => actor)).toEqual(['RU', 'UA']);
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

  it('count by the publisher where an aggregator gave the link', () => {
    expect(officialSources([link('https://news.google.com/x', 'kremlin.ru')])).toEqual(['https://news.google.com/x']);
  });
});

describe('why strategic and tags', () => {
  it('never exceed 150 characters and three tags', () => {
    const long = { name: 'The Very Long Name of an International Organisation of States', role: 'initiator' } as const;
    for (const kind of ['force', 'pressure', 'talks', 'other'] as const)
      expect(whyStrategic(kind, [long, long]).length).toBeLessThanOrEqual(150);
    expect(tagsOf(['strike', 'casualties', 'war'], 'EUROPE_SECURITY', 'Strategy/Tactics')).toEqual([
      'strike',
      'casualties',
      'europe-security',
    ]);
  });
});
