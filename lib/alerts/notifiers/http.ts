// Sends a text to an address. The address may be a secret: no error names more of it than its host.

const deadlineSeconds = 10;

/** Throws a sentence for whatever is no 2xx. Redirects are not followed: they would carry what is secret elsewhere. */
export async function post(url: string, body: string, headers: Record<string, string>, method: 'POST' | 'PUT' = 'POST'): Promise<void> {
  if (!URL.canParse(url)) throw new Error('its address is none.');
  const { host, protocol, username, password } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') throw new Error('its address must begin with http:// or https://.');
  const plain = new URL(url);
  plain.username = '';
  plain.password = '';
  const login =
    username === ''
      ? {}
      : { authorization: `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')}` };
  let status: number;
  try {
    const answer = await fetch(plain, {
      method,
      body,
      headers: { ...login, ...headers },
      redirect: 'manual',
      signal: AbortSignal.timeout(deadlineSeconds * 1000),
    });
    status = answer.status;
    await answer.body?.cancel();
  } catch (cause) {
    const late = cause instanceof Error && cause.name === 'TimeoutError';
    const reason = cause instanceof Error && cause.cause instanceof Error && 'code' in cause.cause ? ` (${String(cause.cause.code)})` : '';
    throw new Error(late ? `${host} did not answer within ${deadlineSeconds} s.` : `${host} cannot be reached${reason}.`);
  }
  if (status < 200 || status > 299) throw new Error(`${host} answered ${status}.`);
}
