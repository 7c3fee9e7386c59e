import { describe, expect, it } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { type Intent, intentCookie, readIntent } from './intent';

const intent: Intent = {
  verb: 'votes/setUpvote',
  fields: [
    ['paperId', '7'],
    ['upvoted', 'true'],
  ],
  from: '/papers/2201.04388',
  act: 'upvote',
  what: 'SlimFlow: $\\ell_p$ “balls”',
};
const HOUR = 3_600_000;
const value = (cookie: string | null) => cookie?.split(';')[0] ?? '';
const headers = (cookie: string) => new Headers({ cookie });

describe('an intent', () => {
  it('is valid in its browser for one hour, for a sign-in that leads back to its page', () => {
    const sent = headers(value(intentCookie(intent, 0)));
    expect(readIntent(sent, intent.from, HOUR - 1)).toEqual(intent);
    expect(readIntent(sent, intent.from, HOUR)).toBeNull();
    for (const from of ['/', '/papers/2201.04389', `${intent.from}#comments`]) {
      expect(readIntent(sent, from, 1)).toBeNull();
    }
    expect(readIntent(new Headers(), intent.from, 1)).toBeNull();
  });

  it('is hidden from scripts and other sites', () => {
    expect(intentCookie(intent)).toMatch(/; HttpOnly/);
    expect(intentCookie(intent)).toMatch(/; SameSite=Lax/);
  });

  it('cannot be forged or changed', () => {
    const [name = '', signed = ''] = value(intentCookie(intent)).split('=');
    fc.assert(
      fc.property(fc.nat(signed.length - 1), fc.base64String({ minLength: 1 }), (at, text) => {
        const changed = signed.slice(0, at) + text.charAt(0) + signed.slice(at + 1);
        if (changed === signed) return;
        expect(readIntent(headers(`${name}=${changed}`), intent.from)).toBeNull();
      }),
    );
    const payload = Buffer.from(JSON.stringify({ ...intent, at: Date.now() })).toString(
      'base64url',
    );
    for (const forged of [payload, `${payload}.`, `${payload}.${payload}`, '.', '']) {
      expect(readIntent(headers(`${name}=${forged}`), intent.from)).toBeNull();
    }
  });

  it('is not stored if it does not fit into a cookie', () => {
    expect(intentCookie({ ...intent, fields: [['note', 'x'.repeat(4_000)]] })).toBeNull();
  });
});
