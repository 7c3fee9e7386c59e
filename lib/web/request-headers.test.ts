import { describe, expect, it } from 'vitest';
import { isSameOrigin } from './request-headers';

const site = 'https://papers.example';
const asks = (headers: Record<string, string>) => isSameOrigin(new Headers(headers), site);

describe('isSameOrigin', () => {
  it('accepts the site and the requested host', () => {
    expect(asks({ origin: 'https://papers.example', host: 'internal:3000' })).toBe(true);
    expect(asks({ origin: 'http://192.168.1.5:3000', host: '192.168.1.5:3000' })).toBe(true);
    expect(asks({ origin: 'http://LOCALHOST:3000', host: 'localhost:3000' })).toBe(true);
  });

  it('accepts a hidden origin only with Sec-Fetch-Site', () => {
    expect(asks({ 'sec-fetch-site': 'same-origin' })).toBe(true);
    expect(asks({ origin: 'null', 'sec-fetch-site': 'same-origin' })).toBe(true);
    expect(asks({ origin: 'null', 'sec-fetch-site': 'cross-site' })).toBe(false);
    expect(asks({ 'sec-fetch-site': 'same-site' })).toBe(false);
    expect(asks({ 'sec-fetch-site': 'none' })).toBe(false);
  });

  it.each<Record<string, string>>([
    {},
    { origin: 'https://evil.example', host: 'papers.example' },
    { origin: 'https://papers.example.evil.example', host: 'papers.example' },
    { origin: 'https://papers.example@evil.example', host: 'papers.example' },
    { origin: 'http://papers.example', host: 'internal:3000' },
    // Without TLS, anyone on the network could be this host.
    { origin: 'http://papers.example', host: 'papers.example' },
    { origin: 'https://papers.example:444', host: 'papers.example' },
    { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
    { origin: 'papers.example', host: 'papers.example' },
    { origin: '::::', host: 'papers.example' },
    { origin: 'file://', host: '' },
    { origin: 'https://papers.example, https://evil.example', host: 'papers.example' },
  ])('rejects %j', (headers) => {
    expect(asks(headers)).toBe(false);
  });
});
