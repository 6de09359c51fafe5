// Faults that both protocols share: those of the wire, which replace what is sent, and those of the text, which a model itself makes.
import type { ServerResponse } from 'node:http';
import { cut } from './ledger.js';

/**
 * slow: right, but late. drip: bytes for ever. hang: no head. hang-body: half of the body, then nothing. reset: in the middle of the
 * body. reset-at-once: before the head. truncated-body: ends properly after half. html, html-502: a page of whatever stands between.
 */
export const wireFaults = ['slow', 'drip', 'hang', 'hang-body', 'reset', 'reset-at-once', 'truncated-body', 'html', 'html-502'] as const;
export type WireFault = (typeof wireFaults)[number];

/** truncated-json: the text ends in its middle, and the server thinks it whole. wrong-shape: JSON that no schema asked for. */
export const textFaults = ['truncated-json', 'wrong-shape', 'code-fence', 'prose-around', 'empty'] as const;
export type TextFault = (typeof textFaults)[number];

/** Counts of tokens that are missing, below zero, or beyond any model. */
export const usageFaults = ['usage-missing', 'usage-negative', 'usage-absurd'] as const;
export type UsageFault = (typeof usageFaults)[number];

export const absurdTokens = 9_000_000_000;

/** The count as the fault has it; undefined where it is missing, and so left out of JSON. */
export function usage(tokens: number, fault: string | undefined): number | undefined {
  if (fault === 'usage-missing') return undefined;
  if (fault === 'usage-negative') return -1 - tokens;
  return fault === 'usage-absurd' ? absurdTokens : tokens;
}

/** What the model says with this fault; the text itself without one of the text. */
export function spoil(text: string, fault: string | undefined): string {
  switch (fault as TextFault | undefined) {
    case 'truncated-json':
      return text.slice(0, Math.ceil(text.length / 2));
    case 'wrong-shape':
      return '{"answer":{"of":["another","shape"]},"n":"seven"}';
    case 'code-fence':
      return `\`\`\`json\n${text}\n\`\`\``;
    case 'prose-around':
      return `Sure! Here is the JSON you asked for:\n\n${text}\n\nLet me know if you need anything else.`;
    case 'empty':
      return '';
    default:
      return text;
  }
}

const dripEveryMs = 20;

/** Sends the fault instead of the body and says true; false where the fault is none of the wire that replaces it. */
export function breakWire(fault: string | undefined, response: ServerResponse, body: string, type: string, drop = ' '): boolean {
  const half = body.slice(0, Math.ceil(body.length / 2));
  switch (fault as WireFault | undefined) {
    case 'drip': {
      response.writeHead(200, { 'content-type': type }).flushHeaders();
      const timer = setInterval(() => response.write(drop), dripEveryMs);
      response.on('close', () => clearInterval(timer));
      return true;
    }
    case 'hang':
      return true;
    case 'hang-body':
      response.writeHead(200, { 'content-type': type }).write(half);
      return true;
    case 'reset':
      response.writeHead(200, { 'content-type': type }).write(half, () => setTimeout(() => cut(response), dripEveryMs));
      return true;
    case 'reset-at-once':
      cut(response);
      return true;
    case 'truncated-body':
      response.writeHead(200, { 'content-type': type }).end(half);
      return true;
    case 'html':
      response.writeHead(200, { 'content-type': 'text/html' }).end(page('Welcome to the guest network'));
      return true;
    case 'html-502':
      response.writeHead(502, { 'content-type': 'text/html' }).end(page('502 Bad Gateway'));
      return true;
    default:
      return false;
  }
}

function page(title: string): string {
  return `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n`;
}
