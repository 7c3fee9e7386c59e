import type { Env } from './env-shape';

const PAIRS = ['GITHUB', 'GOOGLE', 'ORCID', 'HUGGINGFACE'] as const;

export type Facts = Partial<Env>;

/** Returns problems between variables, as far as they can be parsed. */
export function contradictions(env: Facts): string[] {
  const problems: string[] = [];
  const together = (one: keyof Facts, other: keyof Facts) => {
    if (env[one] && !env[other]) problems.push(`${other}: is missing, because ${one} is set`);
    if (env[other] && !env[one]) problems.push(`${one}: is missing, because ${other} is set`);
  };
  for (const pair of PAIRS) together(`${pair}_CLIENT_ID`, `${pair}_CLIENT_SECRET`);
  together('OIDC_ISSUER', 'OIDC_CLIENT_ID');
  for (const name of ['DATABASE_DIRECT_URL', 'DATABASE_REPLICA_URLS'] as const) {
    if (env[name] && !env.DATABASE_URL) {
      problems.push(`DATABASE_URL: is missing, because ${name} is set`);
    }
  }
  together('SMTP_URL', 'MAIL_FROM');
  together('EMBEDDINGS_URL', 'EMBEDDINGS_MODEL');
  together('SUMMARIES_URL', 'SUMMARIES_MODEL');
  together('PICTURES_S3_BUCKET', 'PICTURES_S3_ACCESS_KEY_ID');
  together('PICTURES_S3_ACCESS_KEY_ID', 'PICTURES_S3_SECRET_ACCESS_KEY');
  if (env.METRICS_PORT !== undefined && !env.METRICS_TOKEN && !isLocalHost(env.METRICS_HOST)) {
    problems.push('METRICS_TOKEN: is missing, because METRICS_HOST can be reached from elsewhere');
  }
  if (env.OIDC_ISSUER && !/^https:/.test(env.OIDC_ISSUER) && !isLoopback(env.OIDC_ISSUER)) {
    problems.push('OIDC_ISSUER: needs https');
  }
  return problems;
}

/** Returns whether an address is this machine, by names that cannot be made to point elsewhere. */
export const isLoopback = (address: string): boolean => isLocalHost(new URL(address).hostname);

const isLocalHost = (host = ''): boolean => /^(localhost|127\.0\.0\.1|\[?::1\]?)$/.test(host);
