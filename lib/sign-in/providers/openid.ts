import type { OAuthConfig } from 'next-auth/providers/oauth';
import { parseEmail } from '@/lib/base/email-address';
import { PROVIDER_TIMEOUT, providerAgent } from './limited';

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
  /** Absent for a public client, which PKCE protects. */
  clientSecret?: string;
  scope: string;
};

/** Returns an OpenID Connect provider with discovery, PKCE, state and nonce. */
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
    httpOptions: { timeout: PROVIDER_TIMEOUT, agent: providerAgent(issuer) },
    userinfo: {
      // Many providers return the address only here. The subject is compared with the ID token's.
      request: async ({ client, tokens }) => {
        // next-auth types these as plain fields, but passes openid-client's token set.
        const set = tokens as Exclude<Parameters<typeof client.userinfo>[0], string>;
        const userinfo = client.issuer.metadata.userinfo_endpoint ? await client.userinfo(set) : {};
        return { ...set.claims(), ...userinfo };
      },
    },
    profile: profileOf,
  };
}

/** At most 255 ASCII characters (OpenID Connect Core 1.0, section 2). */
const SUBJECT = /^[\x20-\x7e]{1,255}$/;

/**
 * Maps a provider's profile to ours, with an address only if the provider says that it is verified.
 */
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

/** Cleans a name from outside: one line, no direction overrides, 80 characters. */
export function displayName(name: unknown): string | null {
  if (typeof name !== 'string') return null;
  const plain = name
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return [...plain].slice(0, 80).join('') || null;
}
