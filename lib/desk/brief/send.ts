// The brief by mail: whom to says sni.yaml, how says SMTP_URL, which holds a password and is never shown.
import type { Config } from '../../config.js';
import { DeskError, exitCodes } from '../end.js';

interface Letter {
  subject: string;
  text: string;
  html: string;
}

/** Whether there is somebody to send to and a way there. */
export function canSend({ mail, smtpUrl }: Config['brief']): boolean {
  return mail !== undefined && smtpUrl !== undefined;
}

/** Returns to how many it went. Throws DeskError where nothing is configured, and where the server does not take it for all. */
export async function sendBrief({ mail, smtpUrl }: Config['brief'], { subject, text, html }: Letter): Promise<number> {
  if (mail === undefined || smtpUrl === undefined) throw new DeskError(notConfigured, exitCodes.wrongConfiguration);
  const { createTransport } = await import('nodemailer');
  const transport = createTransport(withTimeouts(smtpUrl));
  try {
    const { rejected } = await transport.sendMail({
      ...{ from: mail.from, to: [...mail.to], subject, text, html },
      ...{ disableFileAccess: true, disableUrlAccess: true, headers: { 'Auto-Submitted': 'auto-generated' } },
    });
    if (rejected.length > 0) throw new DeskError(`The mail server does not take the brief for ${rejected.map(String).join(', ')}.`);
    return mail.to.length;
  } catch (error) {
    if (error instanceof DeskError) throw error;
    throw new DeskError(`The brief could not be sent: ${withoutSecrets(error, smtpUrl)}. SMTP_URL says where to, brief.mail whom to.`);
  } finally {
    transport.close();
  }
}

export const notConfigured = 'No mail is configured: brief.mail in sni.yaml says from whom and to whom, SMTP_URL in the environment how.';

/** A server that says nothing is given up. */
function withTimeouts(smtpUrl: string): string {
  const url = new URL(smtpUrl);
  for (const name of ['connectionTimeout', 'greetingTimeout', 'socketTimeout'])
    if (!url.searchParams.has(name)) url.searchParams.set(name, '30000');
  return url.href;
}

function withoutSecrets(error: unknown, smtpUrl: string): string {
  const { username, password } = new URL(smtpUrl);
  const said = (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
  const secrets = [smtpUrl, username, decodeURIComponent(username), password, decodeURIComponent(password)].filter(
    (secret) => secret !== '',
  );
  return secrets.reduce((text, secret) => text.replaceAll(secret, '***'), said);
}
