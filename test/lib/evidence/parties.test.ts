import { describe, expect, test } from 'vitest';
import { checkClaims } from '../../support/evidence.js';

const titles = [
  { id: '1', text: 'Russian drones hit Odesa port, three killed', outlets: ['Harbour Post'], lang: 'en' },
  { id: '2', text: 'Drohnen treffen Hafen von Odessa, drei Tote', outlets: ['Limmat-Kurier'], lang: 'de' },
  { id: '3', text: 'Kyiv says port of Odesa was hit', outlets: ['Novy Bereg'], lang: 'en' },
];
const refused = (text: string) => checkClaims([{ field: 'fact', text }], titles)[0]?.reason ?? null;

describe('who acts on whom in a sentence about several titles', () => {
  test.each([
    'Russia hit the port of Odesa and three people died.',
    'The port of Odesa was hit by Russian drones.',
    'Odesa came under attack.',
    'Kyiv says that the port of Odesa was hit.',
  ])('stands as they have it: %s', (text) => {
    expect(refused(text)).toBeNull();
  });

  test.each([
    ['Ukraine hit the port of Odesa.', /what is done to it/],
    ['Moscow says that the port of Odesa was hit.', /lets Moscow say/],
    ['Ukrainian drones hit Odesa port.', /lets Ukrain/],
  ])('is refused where it is exchanged: %s', (text, reason) => {
    expect(refused(text)).toMatch(reason);
  });
});
