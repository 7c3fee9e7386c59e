import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { isMethodAllowed } from './methods';

const asked = (method: string, url: string, headers: Record<string, string> = {}) =>
  isMethodAllowed({ method, url, headers } as unknown as IncomingMessage);

test('pages are read', () => {
  expect(asked('GET', '/')).toBe(true);
  expect(asked('HEAD', '/papers/new')).toBe(true);
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']) {
    expect(asked(method, '/')).toBe(false);
  }
});

test('a server action is sent by script or by a form', () => {
  expect(asked('POST', '/', { 'next-action': 'abc' })).toBe(true);
  expect(asked('POST', '/submit', { 'content-type': 'multipart/form-data; boundary=x' })).toBe(
    true,
  );
  expect(asked('POST', '/', { 'content-type': 'application/json' })).toBe(false);
});

test('the interface decides for itself', () => {
  expect(asked('DELETE', '/api/papers/1/upvote')).toBe(true);
});
