// One HTTP question. The answer comes with its body still streaming; an aborted signal destroys the socket at any point, while
// connecting, waiting or reading.
import http, { type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import https from 'node:https';

/**
 * One GET. The answer's body must be read to its end or destroyed, else its connection stays taken. Rejects with the signal's reason or
 * Node's error. A kept connection that the server had closed meanwhile is not the server's fault: the question is put once more.
 */
export async function ask(url: URL, headers: OutgoingHttpHeaders, agent: http.Agent, signal: AbortSignal): Promise<IncomingMessage> {
  try {
    return await askOnce(url, headers, agent, signal);
  } catch (error) {
    if (!(error instanceof StaleConnection)) throw error;
    return await askOnce(url, { ...headers, connection: 'close' }, agent, signal);
  }
}

class StaleConnection extends Error {}

function askOnce(url: URL, headers: OutgoingHttpHeaders, agent: http.Agent, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const request = (url.protocol === 'https:' ? https : http).request(url, { agent, headers });
    let response: IncomingMessage | undefined;
    const abort = () => {
      response?.destroy(signal.reason);
      request.destroy(signal.reason);
    };
    signal.addEventListener('abort', abort, { once: true });
    request.on('close', () => signal.removeEventListener('abort', abort));
    request.on('response', (answer) => {
      response = answer;
      resolve(answer);
    });
    // A server that answers "101 Switching Protocols" hands over a bare socket that nobody wants.
    request.on('upgrade', (_answer, socket) => {
      socket.destroy();
      reject(Object.assign(new Error('the server switched protocols'), { code: 'HPE_UPGRADE' }));
    });
    request.on('error', (error) => {
      // A body that breaks the rules of HTTP: its reader hears why, not only that the connection is gone.
      response?.destroy(error);
      const stale = request.reusedSocket && !response && !signal.aborted && 'code' in error && error.code === 'ECONNRESET';
      reject(signal.aborted ? signal.reason : stale ? new StaleConnection(error.message, { cause: error }) : error);
    });
    request.end();
  });
}
