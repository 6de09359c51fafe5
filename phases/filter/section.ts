// The section a publisher files a story under, read off the story's address: "https://example.org/sport/football/1-0" is sport.
import type { GateWeights } from '../../lib/vocabulary/weights.js';

/**
 * The first part of the address that the weights know as a section, lower case; '' where none is, or there is no address. The last part
 * of the path is the story's own name and says nothing; of the host only the part before the publisher's name does ("sport.example.org").
 */
export function sectionOf(url: string | null, weights: GateWeights): string {
  const [, host = '', path = ''] = /^https?:\/\/([^/?#]+)([^?#]*)/i.exec(url ?? '') ?? [];
  const labels = host.split('.');
  const parts = [...(labels.length > 2 ? labels.slice(0, 1) : []), ...path.split('/').slice(1, -1)];
  for (const part of parts) {
    const section = part.toLowerCase();
    if (weights.points('section', section) !== 0) return section;
  }
  return '';
}
