import { expect, test } from 'vitest';
import { faultOf } from '../../../../lib/feeds/fetch/failure.js';
import { FetchFault, problemOf, shownAddress } from '../../../../lib/feeds/fetch/problem.js';

test('a problem says what failed, with which feed, where it had been sent, and what to do', () => {
  const fault = new FetchFault('tls', 'certificate expired', 'the certificate has expired', { toDo: 'Ask the owner.' });
  expect(problemOf(fault, 'https://a.example/f', 'https://a.example/f').sentence).toBe(
    'The feed https://a.example/f cannot be read: the certificate has expired. Ask the owner.',
  );
  expect(problemOf(fault, 'https://a.example/f', 'https://b.example/').sentence).toContain(
    'https://a.example/f, redirected to https://b.example/, cannot',
  );
});

test.each([
  ['https://reader:secret@a.example/f', 'https://a.example/f'],
  ['https://reader:sec@ret@a.example/f', 'https://a.example/f'],
  ['https:reader:secret@a.example/f', 'https:a.example/f'],
  ['http://reader:sec/ret@a.example:x/f', 'http://a.example:x/f'],
  ['https://a.example/@channel/feed?mail=a@b', 'https://a.example/@channel/feed?mail=a@b'],
])('%s is shown without its login', (address, words) => {
  expect(shownAddress(address)).toBe(words);
});

test.each([
  ['ENOTFOUND', 'dns'],
  ['EAI_AGAIN', 'offline'],
  ['ENETUNREACH', 'offline'],
  ['EHOSTUNREACH', 'connect'],
  ['ETIMEDOUT', 'connect'],
  ['CERT_HAS_EXPIRED', 'tls'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls'],
  ['HPE_INVALID_HEADER_TOKEN', 'protocol'],
  ['ERR__ERROR_FORMAT_EXUBERANT_NIBBLE', 'compression'],
  ['ESOMETHING', 'connect'],
])('%s is a problem of kind %s, with its cause kept', (code, kind) => {
  const error = Object.assign(new Error('low words'), { code });
  const fault = faultOf(error, 'https://a.example/f');
  expect(fault).toMatchObject({ kind, cause: error });
  expect(fault?.message).toMatch(/a\.example|network/);
});

test('of several addresses that all failed the first is told', () => {
  const refused = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
  expect(faultOf(new AggregateError([refused, new Error('x')]), 'http://a.example/')).toMatchObject({ brief: 'connection refused' });
});

test('an error without a code is ours and no problem of a feed', () => {
  expect(faultOf(new TypeError('undefined is not a function'), 'http://a.example/')).toBeNull();
});
