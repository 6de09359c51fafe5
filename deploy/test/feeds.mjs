// The web of the box: serves /srv/feeds on loopback; with "settings FILE" prints that settings file with its feeds at this web instead.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { basename, join } from 'node:path';

const port = 8123;
if (process.argv[2] === 'settings') {
  const text = readFileSync(process.argv[3], 'utf8')
    .replace(/^(database|checkpoints): .*\n/gm, '')
    .replace(/feed: feeds\//g, `feed: http://127.0.0.1:${port}/`);
  // A short lease: a container that is booted again keeps this machine's boot id, so what it held must run out.
  process.stdout.write(`${text}\nfetch: { allowPrivate: true, host_spacing: 0ms }\nphases: { generate: { lease: 60s } }\n`);
} else {
  createServer((request, response) => {
    try {
      response.end(readFileSync(join('/srv/feeds', basename(request.url ?? ''))));
    } catch (error) {
      response.writeHead(error.code === 'ENOENT' ? 404 : 500).end(error.message);
    }
  }).listen(port, '127.0.0.1');
}
