// The publishers that the settings name: one goes by one name, whatever its feeds call it.
import type { Config } from '../../lib/config.js';
import type { PublisherSource } from '../../lib/feeds/read/publisher.js';

/** In the order of the settings; a source that names none is left out. */
export function knownPublishers({ sources }: Pick<Config, 'sources'>): PublisherSource[] {
  return sources.flatMap(({ publisher, domain }) => (publisher ? [{ publisher, domain }] : []));
}
