import { describe, expect, test } from 'vitest';
import { fileResponse } from './public-file';

const URL = 'https://papers.example.org/papers/new.atom';
const ask = (body: string, headers: Record<string, string> = {}, url = URL) =>
  fileResponse(new Request(url, { headers }), { body, type: 'text/plain', age: 15 });

describe('a file that is polled', () => {
  test('has validators, and can be cached', async () => {
    const response = ask('one');
    expect(response.status).toBe(200);
    expect(response.headers.get('etag')).toMatch(/^W\/"[\w-]{27}"$/);
    expect(Date.parse(response.headers.get('last-modified') ?? '')).not.toBeNaN();
    expect(response.headers.get('cache-control')).toBe('s-maxage=15, stale-while-revalidate=3585');
    expect(await response.text()).toBe('one');
  });

  test('is not sent again to clients that have it', async () => {
    const etag = ask('two').headers.get('etag') ?? '';
    for (const tag of [etag, etag.slice(2), `"other", ${etag}`, '*']) {
      const response = ask('two', { 'if-none-match': tag });
      expect(response.status).toBe(304);
      expect(response.headers.get('etag')).toBe(etag);
      expect(await response.text()).toBe('');
    }
    expect(ask('two', { 'if-none-match': '"other"' }).status).toBe(200);
  });

  test('is sent again after a change, for each kind of validator', () => {
    const first = ask('three', {}, `${URL}?three`);
    const since = first.headers.get('last-modified') ?? '';
    const asked = (body: string, more = {}) =>
      ask(body, { 'if-modified-since': since, ...more }, `${URL}?three`).status;
    expect(asked('three')).toBe(304);
    // The tag takes precedence.
    expect(asked('three', { 'if-none-match': '"other"' })).toBe(200);
    const before = new Date(Date.parse(since) - 60_000).toUTCString();
    expect(asked('three', { 'if-modified-since': before })).toBe(200);
    expect(asked('three', { 'if-modified-since': 'yesterday' })).toBe(200);
  });
});
