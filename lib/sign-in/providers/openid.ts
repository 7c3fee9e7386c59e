import type { OAuthConfig } from 'next-auth/providers/oauth';
import { parseEmail } from '@/lib/base/email-address';

/** Milliseconds that a provider may take for one answer. */
export const PROVIDER_TIMEOUT = 10_000;

export type Claims = {
  sub: string;
  name?: unknown;
  preferred_username?: unknown;
  given_name?: unknown;
  family_name?: unknown;
  email?: unknown;
  email_verified?: unknown;
};

type Setup = {
  id: string;
  name: string;
  issuer: string;
  clientId: string;
  /** None for a public client, which PKCE protects. */
  clientSecret?: string;
  scope: string;
};

/** A provider that speaks OpenID Connect: discovery, PKCE, state and nonce. */
export function openId({ issuer, clientSecret, scope, ...setup }: Setup): OAuthConfig<Claims> {
  return {
    ...setup,
    type: 'oauth',
    wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    authorization: { params: { scope } },
    checks: ['pkce', 'state', 'nonce'],
    idToken: true,
    ...(clientSecret
      ? { clientSecret }
      : { client: { token_endpoint_auth_method: 'none' as const } }),
    httpOptions: { timeout: PROVIDER_TIMEOUT },
    userinfo: {
      // Many providers put the address here only. The subject is compared with the ID token's.
      request: async ({ client, tokens }) => {
        // Typed as its plain fields, but what next-auth hands over is openid-client's own set.
        const set = tokens as Exclude<Parameters<typeof client.userinfo>[0], string>;
        const told = client.issuer.metadata.userinfo_endpoint ? await client.userinfo(set) : {};
        return { ...set.claims(), ...told };
      },
    },
    profile: profileOf,
  };
}

/** At most 255 ASCII characters (OpenID Connect Core 1.0, section 2). */
const SUBJECT = /^[\x20-\x7e]{1,255}$/;

/** What we take from a provider; an address only when the provider says that it is verified. */
export function profileOf(claims: Claims) {
  if (typeof claims.sub !== 'string' || !SUBJECT.test(claims.sub)) throw new Error('no subject');
  const verified = claims.email_verified === true || claims.email_verified === 'true';
  return {
    id: claims.sub,
    name: displayName(
      claims.name ||
        [claims.given_name, claims.family_name].filter(Boolean).join(' ') ||
        claims.preferred_username,
    ),
    email: verified ? parseEmail(claims.email) : null,
  };
}

/** A name from outside: one line, nothing that turns the direction of text, 80 characters. */
export function displayName(name: unknown): string | null {
  if (typeof name !== 'string') return null;
  const plain = name
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return [...plain].slice(0, 80).join('') || null;
}
