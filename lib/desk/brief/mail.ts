// A brief as a mail, for `sendmail ADDRESS`: plain text and HTML beside each other. Whom it goes to stands where it is sent, not in it.
import { createHash } from 'node:crypto';
import type { Edition } from '../../edition/edition.js';

interface Mail {
  title: string;
  edition: Edition;
  text: string;
  html: string;
}

/** RFC 5322 and 2045: lines end in CRLF, bodies are base64, so that no line of a headline can be read as a header. */
export function mailOf({ title, edition, text, html }: Mail): string {
  const { until } = edition;
  const boundary = `sni-${createHash('sha256').update(html).digest('hex').slice(0, 24)}`;
  const part = (type: string, body: string) =>
    [`--${boundary}`, `Content-Type: ${type}; charset=utf-8`, 'Content-Transfer-Encoding: base64', '', base64(body), ''].join('\r\n');
  return [
    `Subject: ${title}, ${until.slice(0, 10)}`,
    `Date: ${new Date(until).toUTCString().replace('GMT', '+0000')}`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    `${part('text/plain', text)}\r\n${part('text/html', html)}\r\n--${boundary}--\r\n`,
  ].join('\r\n');
}

function base64(text: string): string {
  return (
    Buffer.from(text, 'utf8')
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n');
}
