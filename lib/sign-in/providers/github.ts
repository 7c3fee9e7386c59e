import type { OAuthConfig } from 'next-auth/providers/oauth';
import { z } from 'zod';
import { parseEmail } from '@/lib/base/email-address';
import { LARGEST_ANSWER, PROVIDER_TIMEOUT, ProviderLimit, providerAgent } from './limited';
import { displayName } from './openid';

type Profile = { sub: string; name: string | undefined; email: string | undefined };

const user = z.object({ id: z.number(), login: z.string(), name: z.string().nullish() });
const addresses = z.array(
  z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }),
);

/**
 * GitHub supports OAuth 2 without OpenID Connect; its addresses, and whether they are verified,
 * need a second request.
 */
export function github(clientId: string, clientSecret: string): OAuthConfig<Profile> {
  return {
    id: 'github',
    name: 'GitHub',
    type: 'oauth',
    clientId,
    clientSecret,
    authorization: {
      url: 'https://github.com/login/oauth/authorize',
      params: { scope: 'read:user user:email' },
    },
    token: 'https://github.com/login/oauth/access_token',
    checks: ['pkce', 'state'],
    httpOptions: { timeout: PROVIDER_TIMEOUT, agent: providerAgent('https://github.com') },
    userinfo: {
      url: 'https://api.github.com/user',
      request: async ({ tokens }) => {
        const profile = user.parse(await ask('/user', tokens.access_token));
        const listed = addresses.safeParse(await ask('/user/emails', tokens.access_token));
        const own = listed.data?.find((entry) => entry.primary && entry.verified);
        const name = displayName(profile.name || profile.login) ?? undefined;
        return { sub: String(profile.id), name, email: parseEmail(own?.email) ?? undefined };
      },
    },
    profile: ({ sub, name, email }) => ({ id: sub, name, email }),
  };
}

async function ask(path: string, token = ''): Promise<unknown> {
  const response = await fetch(`https://api.github.com${path}`, {
    headers: { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' },
    redirect: 'error',
    signal: AbortSignal.timeout(PROVIDER_TIMEOUT),
  });
  return response.ok ? JSON.parse(await readBounded(response.body)) : null;
}

/** Returns the text of a response; throws above LARGEST_ANSWER bytes. */
async function readBounded(body: AsyncIterable<Uint8Array> | null): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of body ?? []) {
    bytes += part.length;
    if (bytes > LARGEST_ANSWER) throw new ProviderLimit('The response of GitHub is too large');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
