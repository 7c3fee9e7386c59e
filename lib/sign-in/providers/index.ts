import type { OAuthConfig } from 'next-auth/providers/oauth';
import { env } from '@/lib/base/env';
import { github } from './github';
import { type Claims, openId } from './openid';

const KNOWN = [
  { id: 'google', name: 'Google', issuer: 'https://accounts.google.com', pair: 'GOOGLE' },
  { id: 'orcid', name: 'ORCID', issuer: 'https://orcid.org', pair: 'ORCID' },
  {
    id: 'huggingface',
    name: 'Hugging Face',
    issuer: 'https://huggingface.co',
    pair: 'HUGGINGFACE',
  },
] as const;

/** Returns the providers that are configured. */
export function providers(): (OAuthConfig<Claims> | ReturnType<typeof github>)[] {
  const set = env();
  const on: (OAuthConfig<Claims> | ReturnType<typeof github>)[] = [];
  if (set.GITHUB_CLIENT_ID && set.GITHUB_CLIENT_SECRET) {
    on.push(github(set.GITHUB_CLIENT_ID, set.GITHUB_CLIENT_SECRET));
  }
  for (const { pair, ...known } of KNOWN) {
    const clientId = set[`${pair}_CLIENT_ID`];
    const clientSecret = set[`${pair}_CLIENT_SECRET`];
    // ORCID returns no address and has one scope.
    const scope = known.id === 'orcid' ? 'openid' : 'openid profile email';
    if (clientId && clientSecret) on.push(openId({ ...known, clientId, clientSecret, scope }));
  }
  if (set.OIDC_ISSUER && set.OIDC_CLIENT_ID) {
    on.push(
      openId({
        id: 'oidc',
        name: set.OIDC_NAME,
        issuer: set.OIDC_ISSUER,
        clientId: set.OIDC_CLIENT_ID,
        clientSecret: set.OIDC_CLIENT_SECRET,
        scope: 'openid profile email',
      }),
    );
  }
  return on;
}

/** Returns the sign-in methods of the page. */
export const listProviders = (): { id: string; name: string }[] =>
  providers().map(({ id, name }) => ({ id, name }));
