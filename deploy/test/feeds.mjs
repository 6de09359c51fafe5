// The web of the box: serves /srv/feeds on loopback; with "settings FILE" prints that settings file with its feeds at this web instead.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { basename, join } from 'node:path';

const port = 8123;
if (process.argv[2] === 'settings') {
  const text = readFileSync(process.argv[3], 'utf8')
    .replace(/^(database|checkpoints): .*\n/gm, '')
    .replace(/feed: feeds\//g, `feed: http://127.0.0.1:${port}/`);
  process.stdout.write(`${text}\nfetch: { allowPrivate: true, host_spacing: 0ms }\n`);
} else {
  createServer((request, response) => {
    try {
      response.end(readFileSync(join('/srv/feeds', basename(request.url ?? ''))));
    } catch (error) {
      response.writeHead(error.code === 'ENOENT' ? 404 : 500).end(error.message);
    }
  }).listen(port, '127.0.0.1');
}
