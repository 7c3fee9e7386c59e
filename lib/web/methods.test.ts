import { readdirSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { FORM_AREAS, isMethodAllowed } from './methods';

const asked = (method: string, url: string, headers: Record<string, string> = {}) =>
  isMethodAllowed({ method, url, headers } as unknown as IncomingMessage);

test('pages can be read', () => {
  expect(asked('GET', '/')).toBe(true);
  expect(asked('HEAD', '/papers/new')).toBe(true);
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']) {
    expect(asked(method, '/')).toBe(false);
  }
});

test('a server action is sent by a script, not by a form', () => {
  expect(asked('POST', '/', { 'next-action': 'abc' })).toBe(true);
  for (const type of ['multipart/form-data; boundary=x', 'application/json', 'text/plain']) {
    expect(asked('POST', '/submit', { 'content-type': type })).toBe(false);
    expect(asked('POST', '/api/../submit', { 'content-type': type })).toBe(false);
    expect(asked('POST', '/api/%2e%2e/submit', { 'content-type': type })).toBe(false);
  }
});

test('route handlers decide for themselves', () => {
  for (const path of ['/api/papers/1/upvote', '/me', '/me/filters', '/do/votes/x', '/mail/x']) {
    expect(asked('DELETE', path), path).toBe(true);
  }
  for (const path of ['/measures', '/do', '/mail', '/mailbox', '/me/../submit', '/do/x/../..']) {
    expect(asked('DELETE', path), path).toBe(false);
  }
});

// An address without a route would end in a page, and Next treats any form that is sent to a page
// as a call of a server function, including cached ones.
test.each(FORM_AREAS)('no address below %s is a page', (area) => {
  const files = readdirSync(`app${area}`, { recursive: true, encoding: 'utf8' });
  expect(files.filter((file) => /(^|[\\/])page\.tsx?$/.test(file))).toEqual([]);
  expect(files).toContain('[...missing]/route.ts');
});
