import { describe, expect, it } from 'vitest';
import { cleanHeaders, clientAddress } from './incoming';

const from = (forwarded: string | undefined, hops: number, socket = '10.0.0.9') =>
  clientAddress({ 'x-forwarded-for': forwarded }, socket, hops);

describe('clientAddress', () => {
  it('trusts no proxy without configuration', () => {
    expect(from('1.1.1.1', 0)).toBe('10.0.0.9');
    expect(clientAddress({}, '::1', 0)).toBe('::1');
  });

  it('uses the entry of the outermost trusted proxy, not the client’s', () => {
    expect(from('6.6.6.6, 203.0.113.7', 1)).toBe('203.0.113.7');
    expect(from('6.6.6.6, 203.0.113.7, 10.1.1.1', 2)).toBe('203.0.113.7');
    expect(from('203.0.113.7', 2)).toBe('203.0.113.7');
  });

  it('parses ports and brackets, and falls back to the socket', () => {
    expect(from('203.0.113.7:5555', 1)).toBe('203.0.113.7');
    expect(from('[2001:db8::1]:443', 1)).toBe('2001:db8::1');
    expect(from('2001:db8::1', 1)).toBe('2001:db8::1');
    for (const nonsense of ['', ' , ', 'unknown', '1.2.3', '_hidden', undefined]) {
      expect(from(nonsense, 1)).toBe('10.0.0.9');
    }
  });

  it('does not treat clients of an undeclared local proxy as this machine', () => {
    expect(from('203.0.113.7', 0, '127.0.0.1')).toBe('unknown');
    expect(clientAddress({ via: '1.1 proxy' }, '::ffff:127.0.0.1', 0)).toBe('unknown');
  });
});

describe('cleanHeaders', () => {
  const sent = () => ({
    host: 'upstream:3000',
    cookie: 'a=b',
    'x-forwarded-for': '203.0.113.7',
    'x-forwarded-host': 'evil.example, papers.example',
    'x-forwarded-proto': 'https',
    forwarded: 'for=1.1.1.1',
    'x-real-ip': '1.1.1.1',
    'x-papertide-address': '127.0.0.1',
    'x-papertide-internal': 'guess',
    'content-security-policy': "script-src 'nonce-mine'",
  });

  it('drops headers that a client must not send', () => {
    const headers = sent();
    cleanHeaders(headers, '10.0.0.9', { hops: 0 });
    expect(headers).toEqual({
      host: 'upstream:3000',
      cookie: 'a=b',
      'x-papertide-address': '10.0.0.9',
    });
  });

  it('behind a proxy the host is the configured one, or the one that the last proxy received', () => {
    const configured = sent();
    cleanHeaders(configured, '10.0.0.9', { hops: 1, url: 'https://papers.example.org' });
    expect(configured).toEqual({
      host: 'papers.example.org',
      cookie: 'a=b',
      'x-forwarded-proto': 'https',
      'x-papertide-address': '203.0.113.7',
    });
    const incoming = sent();
    cleanHeaders(incoming, '10.0.0.9', { hops: 1 });
    expect(incoming.host).toBe('papers.example');
  });
});
