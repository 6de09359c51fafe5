// The parser of YAML that keeps lines, loaded only where there is a problem to place: it costs each start a tenth of a second.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

export function yamlWithLines(): typeof import('yaml') {
  return require('yaml') as typeof import('yaml');
}
