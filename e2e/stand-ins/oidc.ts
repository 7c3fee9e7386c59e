import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

export type OidcStandIn = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  close(): Promise<void>;
};

/**
 * A real OpenID Connect provider with its own pages for sign-in and consent: any login is accepted
 * and becomes LOGIN@example.org, whose address is verified unless it starts with "new-".
 */
export async function startOidc(port: number, siteUrl: string): Promise<OidcStandIn> {
  const issuer = `http://localhost:${port}`;
  const client = { clientId: 'papertide', clientSecret: 'a-secret-that-only-the-tests-know' };
  const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [`${siteUrl}/api/auth/callback/oidc`],
      },
    ],
    jwks: { keys: [{ ...key.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['stand-in'] },
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    findAccount: (_: unknown, login: string) => ({
      accountId: login,
      claims: () => ({
        sub: login,
        name: `${login} of the provider`,
        email: `${login}@example.org`,
        email_verified: !login.startsWith('new-'),
      }),
    }),
  });
  const server = createServer(provider.callback());
  await new Promise<void>((resolve) => server.listen(port, resolve));
  return {
    issuer,
    ...client,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
