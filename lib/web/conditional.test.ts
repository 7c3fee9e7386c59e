import { describe, expect, it } from 'vitest';
import { isFresh } from './conditional';

const etag = 'W/"one"';
const lastModified = 'Sun, 01 Feb 2026 10:00:00 GMT';
const later = 'Sun, 01 Feb 2026 11:00:00 GMT';
const earlier = 'Sun, 01 Feb 2026 09:00:00 GMT';

describe.each([
  ['Headers', (sent: Record<string, string>) => new Headers(sent)],
  ['the headers of Node', (sent: Record<string, string>) => sent],
])('a version of %s', (_, headers) => {
  it.each([
    [{}, false],
    [{ 'if-none-match': 'W/"one"' }, true],
    [{ 'if-none-match': '"one"' }, true],
    [{ 'if-none-match': '*' }, true],
    [{ 'if-none-match': '"zero","one"' }, true],
    [{ 'if-none-match': '"zero" ,  W/"one"' }, true],
    [{ 'if-none-match': '"zero"' }, false],
    [{ 'if-none-match': 'one' }, false],
    [{ 'if-none-match': '"two-"one""' }, false],
    [{ 'if-none-match': '' }, false],
    [{ 'if-modified-since': lastModified }, true],
    [{ 'if-modified-since': later }, true],
    [{ 'if-modified-since': earlier }, false],
    [{ 'if-modified-since': 'yesterday' }, false],
    [{ 'if-none-match': '"zero"', 'if-modified-since': later }, false],
    [{ 'if-none-match': '"one"', 'if-modified-since': earlier }, true],
    [{ 'if-none-match': '"one"', 'cache-control': 'no-cache' }, true],
  ])('%j: %s', (sent, fresh) => {
    expect(isFresh(headers(sent as Record<string, string>), { etag, lastModified })).toBe(fresh);
  });

  it('is not fresh without a validator', () => {
    expect(isFresh(headers({ 'if-none-match': '"one"' }), {})).toBe(false);
    expect(isFresh(headers({ 'if-modified-since': later }), {})).toBe(false);
  });
});
