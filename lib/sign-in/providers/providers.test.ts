import { afterEach, describe, expect, it, vi } from 'vitest';
import { forgetEnv, readEnv } from '@/lib/base/env';
import { github } from './github';
import { listProviders } from './index';
import { displayName, profileOf } from './openid';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  forgetEnv();
});

const set = (variables: Record<string, string>) => {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  forgetEnv();
};

describe('providers', () => {
  it('are on if their variables are set', () => {
    expect(listProviders()).toEqual([]);
    set({
      GITHUB_CLIENT_ID: 'a',
      GITHUB_CLIENT_SECRET: 'b',
      ORCID_CLIENT_ID: 'a',
      ORCID_CLIENT_SECRET: 'b',
      OIDC_ISSUER: 'https://login.example',
      OIDC_CLIENT_ID: 'a',
      OIDC_NAME: 'The Institute',
    });
    expect(listProviders()).toEqual([
      { id: 'github', name: 'GitHub' },
      { id: 'orcid', name: 'ORCID' },
      { id: 'oidc', name: 'The Institute' },
    ]);
  });

  it('are requested over https, except on this machine', () => {
    const withIssuer = (OIDC_ISSUER: string) =>
      readEnv({ NODE_ENV: 'test', OIDC_ISSUER, OIDC_CLIENT_ID: 'a' });
    expect(withIssuer('http://localhost:4000').ok).toBe(true);
    expect(withIssuer('http://127.0.0.1:4000').ok).toBe(true);
    expect(withIssuer('https://login.example').ok).toBe(true);
    for (const issuer of [
      'http://login.example',
      'http://localhost.evil.example',
      'ftp://localhost',
    ]) {
      expect(withIssuer(issuer)).toMatchObject({ ok: false });
    }
  });
});

describe('the profile from a provider', () => {
  it.each([
    [{ email: 'Ada@Example.org', email_verified: true }, 'ada@example.org'],
    [{ email: 'ada@example.org', email_verified: 'true' }, 'ada@example.org'],
    [{ email: 'ada@example.org', email_verified: false }, null],
    [{ email: 'ada@example.org', email_verified: 'false' }, null],
    [{ email: 'ada@example.org' }, null],
    [{ email: 'ada@example.org,eve@evil.example', email_verified: true }, null],
    [{ email: ['ada@example.org'], email_verified: true }, null],
    [{ email_verified: true }, null],
  ])('of %j is the address %j', (claims, email) => {
    expect(profileOf({ sub: '1', ...claims }).email).toBe(email);
  });

  it.each(['', 'x'.repeat(256), 'a\u0000b', 'é', '\ud800', 7, null, undefined, ['1'], {}])(
    'has no account with the subject %j',
    (sub) => {
      expect(() => profileOf({ sub } as never)).toThrow();
    },
  );

  it('has a name of one line and limited length', () => {
    expect(profileOf({ sub: '1', given_name: 'Ada', family_name: 'King' }).name).toBe('Ada King');
    expect(displayName(' Ada\n\tLovelace\u202e ')).toBe('Ada Lovelace');
    expect(displayName('é'.repeat(200))).toHaveLength(80);
    for (const none of ['', ' \u200b ', 7, null, {}]) expect(displayName(none)).toBeNull();
  });
});

describe('GitHub', () => {
  const ask = async (emails: unknown) => {
    const fetched = vi.fn(async (url: string, _options: RequestInit) =>
      url.endsWith('/emails')
        ? Response.json(emails, { status: emails ? 200 : 404 })
        : Response.json({ id: 42, login: 'ada', name: null, email: 'shown@example.org' }),
    );
    vi.stubGlobal('fetch', fetched);
    const { userinfo, profile } = github('id', 'secret');
    if (typeof userinfo === 'string' || !userinfo?.request) throw new Error('no request');
    const context = { tokens: { access_token: 'tok' } } as Parameters<typeof userinfo.request>[0];
    const given = await userinfo.request(context);
    return { fetched, user: await profile(given as Parameters<typeof profile>[0], {}) };
  };

  it('returns the primary address if it is verified, never the one of the profile', async () => {
    const primary = { email: 'Ada@example.org', primary: true, verified: true };
    const other = { email: 'other@example.org', primary: false, verified: true };
    const { user, fetched } = await ask([other, primary]);
    expect(user).toEqual({ id: '42', name: 'ada', email: 'ada@example.org' });
    for (const [url, options] of fetched.mock.calls) {
      expect(url).toMatch(/^https:\/\/api\.github\.com\//);
      expect(options).toMatchObject({ redirect: 'error', signal: expect.any(AbortSignal) });
    }
    expect((await ask([other, { ...primary, verified: false }])).user.email).toBeUndefined();
    expect((await ask(null)).user.email).toBeUndefined();
  });
});
