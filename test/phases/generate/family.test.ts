import { describe, expect, it } from 'vitest';
import { efKeyOf, familyRow, freeKey, titleSetOf } from '../../../phases/generate/family.js';
import { title } from '../../lib/matching/titles.js';

const madeBy = { engine: 'offline', model: 'rules', task: 'describe', promptVersion: '1', shapeVersion: '1', inputSha256: 'x' } as const;
const early = title('Ceasefire talks open in Cairo', 'EG | ceasefire', { at: 4, id: '20' });
const late = title('Cairo ceasefire talks adjourn', 'EG IL | ceasefire', { at: 9, id: '9' });

function rowOf(timeline: { at: string; fact: string; cites: string[] }[]) {
  const description = { title: 'T', summary: 'S', theater: 'GAZA', event_type: 'Humanitarian', key_actors: ['IL'], timeline };
  const described = {
    members: [late, early],
    joins: [late],
    known: undefined,
    absorbed: [],
    continues: undefined,
    steps: [],
    description,
    madeBy,
  };
  return familyRow(described, 'key');
}

describe('a family to be written', () => {
  it('spans its members and has the strictest tier, the actors of the description first', () => {
    expect(rowOf([])).toMatchObject({
      first_at: '2026-03-01T04:00:00.000Z',
      last_at: '2026-03-01T09:00:00.000Z',
      title_count: 2,
      strategic_tier: 1,
      key_actors: ['IL', 'EG'],
      joins: ['9'],
    });
  });

  it('dates a fact by the first title it cites when the given time is none or far off', () => {
    const facts = ['yesterday', '2019-01-01T00:00:00Z', '2026-03-01T08:00:00Z'].map((at) => ({ at, fact: 'F', cites: ['9'] }));
    expect(rowOf(facts).timeline.map((fact) => fact.at)).toEqual([
      '2026-03-01T09:00:00.000Z',
      '2026-03-01T09:00:00.000Z',
      '2026-03-01T08:00:00.000Z',
    ]);
  });

  it('is keyed by day, theater and founding title, whatever joins later', () => {
    expect(efKeyOf([late, early], 'GAZA')).toBe(efKeyOf([early], 'GAZA'));
    expect(efKeyOf([early], 'GAZA')).toMatch(/^2026-03-01-GAZA-[0-9a-f]{10}$/);
  });

  it('gets the next free key where a rejected family holds its own', () => {
    expect(freeKey('k', new Set())).toBe('k');
    expect(freeKey('k', new Set(['k', 'k-2']))).toBe('k-3');
  });

  it('has one title set for one set of ids', () => {
    expect(titleSetOf(['10', '9'])).toBe(titleSetOf(['9', '10']));
    expect(titleSetOf(['1', '9'])).not.toBe(titleSetOf(['19']));
  });
});
