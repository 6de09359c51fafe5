// Sends a mail through an SMTP server. What speaks SMTP is loaded only where a mail is sent.

const deadlineMs = 10_000;

interface Mail {
  /** smtp://user@host:587 or smtps://host:465. */
  url: string;
  password: string | undefined;
  from: string;
  to: string;
  id: string;
  subject: string;
  text: string;
}

/** Throws a sentence of the server's or of the connection's. */
export async function mail({ url, password, from, to, id, subject, text }: Mail): Promise<void> {
  if (!URL.canParse(url)) throw new Error('its address is none.');
  const { hostname, port, protocol, username, password: inUrl } = new URL(url);
  if (protocol !== 'smtp:' && protocol !== 'smtps:') throw new Error('its address must begin with smtp:// or smtps://.');
  const secure = protocol === 'smtps:';
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({
    host: hostname,
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: password ?? decodeURIComponent(inUrl) } }),
    connectionTimeout: deadlineMs,
    greetingTimeout: deadlineMs,
    socketTimeout: deadlineMs,
  });
  try {
    await transport.sendMail({ from, to, subject, text, messageId: `<${id}@sni>`, headers: { 'Auto-Submitted': 'auto-generated' } });
  } finally {
    transport.close();
  }
}
