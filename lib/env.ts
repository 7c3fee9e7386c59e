import { z } from 'zod';
import { parseWindows } from './http/windows';

const flag = z.stringbool({
  truthy: ['1', 'true', 'yes', 'on'],
  falsy: ['0', 'false', 'no', 'off'],
});
const text = z.string().trim().min(1);
const webAddress = z.url({ protocol: /^https?$/ });
/** One or more token buckets, as in `6/min,30/h` or `25/5min`. */
const limits = text.transform((value, context) => {
  const windows = parseWindows(value);
  if (windows) return windows;
  context.addIssue({ code: 'custom', message: 'is not like 60/min or 1/5s,30/h' });
  return z.NEVER;
});

const shape = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: text.default('0.0.0.0'),
  SITE_URL: webAddress
    .refine((value) => /^[/]?$/.test(new URL(value).pathname), 'is an address without a path')
    .optional(),
  AUTH_SECRET: z.string().min(32, 'needs at least 32 characters').optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),

  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  DATA_DIR: text.default('.data'),
  /** Set by scripts/start.ts: the database is our own, on this machine. */
  PAPERTIDE_EMBEDDED: flag.default(false),
  /** Set by scripts/serve.ts at each start: what its own loopback requests carry. */
  PAPERTIDE_INTERNAL_SECRET: text.optional(),
  DEMO: flag.optional(),
  JOBS: z.enum(['in-process', 'off']).default('in-process'),

  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0),

  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: text.optional(),

  GITHUB_CLIENT_ID: text.optional(),
  GITHUB_CLIENT_SECRET: text.optional(),
  GOOGLE_CLIENT_ID: text.optional(),
  GOOGLE_CLIENT_SECRET: text.optional(),
  ORCID_CLIENT_ID: text.optional(),
  ORCID_CLIENT_SECRET: text.optional(),
  HUGGINGFACE_CLIENT_ID: text.optional(),
  HUGGINGFACE_CLIENT_SECRET: text.optional(),
  OIDC_ISSUER: webAddress.optional(),
  OIDC_CLIENT_ID: text.optional(),
  OIDC_CLIENT_SECRET: text.optional(),
  OIDC_NAME: text.default('Single sign-on'),

  SITE_NAME: text.max(60).default('Papertide'),
  SITE_TAGLINE: text.max(160).default('Research papers worth reading today'),
  SITE_LOGO: text.regex(/^\/(?!\/)[\w./-]+$/, 'is a path below public/, like /logo.svg').optional(),
  SITE_ACCENT: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'is a colour like #0f766e')
    .default('#0f766e'),
  SITE_CONTACT: text.optional(),
  SITE_TOPICS: text.optional(),
  SITE_TIME_ZONE: text
    .refine(
      (zone) => Intl.supportedValuesOf('timeZone').concat('UTC').includes(zone),
      'is no time zone',
    )
    .default('UTC'),

  ARXIV_API_URL: webAddress.default('https://export.arxiv.org/api/query'),
  CONTACT_EMAIL: z.email().optional(),

  RATE_LIMITS: flag.default(true),
  RATE_LIMIT_SIGN_IN: limits.prefault('6/min,30/h'),
  RATE_LIMIT_SIGN_IN_IP: limits.prefault('25/5min'),
  RATE_LIMIT_VOTE: limits.prefault('60/min'),
  RATE_LIMIT_COMMENT: limits.prefault('1/5s,30/h'),
  RATE_LIMIT_SUBMISSION: limits.prefault('20/day'),
  RATE_LIMIT_LOOKUP: limits.prefault('20/min'),
  RATE_LIMIT_PREVIEW: limits.prefault('60/min'),
  RATE_LIMIT_API: limits.prefault('500/5min'),
  DAY_ONE_COMMENTS: z.coerce.number().int().min(0).default(10),
  DAY_ONE_SUBMISSIONS: z.coerce.number().int().min(0).default(3),
});

const PAIRS = ['GITHUB', 'GOOGLE', 'ORCID', 'HUGGINGFACE'] as const;

const checked = shape.superRefine((env, context) => {
  const need = (name: string, because: string) =>
    context.addIssue({ code: 'custom', path: [name], message: `is missing, ${because}` });
  for (const pair of PAIRS) {
    const id = `${pair}_CLIENT_ID` as const;
    const secret = `${pair}_CLIENT_SECRET` as const;
    if (env[id] && !env[secret]) need(secret, `because ${id} is set`);
    if (env[secret] && !env[id]) need(id, `because ${secret} is set`);
  }
  if (env.OIDC_ISSUER && !env.OIDC_CLIENT_ID) need('OIDC_CLIENT_ID', 'because OIDC_ISSUER is set');
  if (env.OIDC_CLIENT_ID && !env.OIDC_ISSUER) need('OIDC_ISSUER', 'because OIDC_CLIENT_ID is set');
  if (env.OIDC_ISSUER && !/^https:/.test(env.OIDC_ISSUER) && !isLoopback(env.OIDC_ISSUER))
    context.addIssue({ code: 'custom', path: ['OIDC_ISSUER'], message: 'needs https' });
  if (env.SMTP_URL && !env.MAIL_FROM) need('MAIL_FROM', 'because SMTP_URL is set');
  if (env.MAIL_FROM && !env.SMTP_URL) need('SMTP_URL', 'because MAIL_FROM is set');
});

/** Whether an address names this machine itself, by the names that cannot be made to point elsewhere. */
export const isLoopback = (address: string): boolean =>
  /^(localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(address).hostname);

export type Env = z.infer<typeof shape>;

/** An empty variable counts as one that is not set. */
const filled = (source: NodeJS.ProcessEnv) =>
  Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));

/**
 * The environment as the app uses it, or one line for each variable that is wrong or missing.
 * Nothing is read lazily: scripts call this before anything starts.
 */
export function readEnv(
  source: NodeJS.ProcessEnv = process.env,
): { ok: true; env: Env } | { ok: false; problems: string[] } {
  const parsed = checked.safeParse(filled(source));
  if (parsed.success) return { ok: true, env: parsed.data };
  return {
    ok: false,
    problems: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
  };
}

let cached: Env | undefined;

/** The checked environment; throws with all problems when it is wrong. */
export function env(): Env {
  if (cached) return cached;
  const result = readEnv();
  if (!result.ok) throw new Error(`Environment:\n${result.problems.join('\n')}`);
  cached = result.env;
  return cached;
}

/** For those who set variables after the first look: the start scripts and the tests. */
export function forgetEnv(): void {
  cached = undefined;
}

/** The address that the site is reached at, without a trailing slash. */
export const siteUrl = (): string =>
  (env().SITE_URL ?? `http://localhost:${env().PORT}`).replace(/\/$/, '');

/** The secret that sessions, sealed mail and hashed keys rest on. */
export function authSecret(): string {
  const { AUTH_SECRET } = env();
  if (!AUTH_SECRET) throw new Error('AUTH_SECRET is not set: start the site with npm start');
  return AUTH_SECRET;
}

/** next-auth reads the address of the site from the environment and from nowhere else. */
export function nextAuthAddress(): void {
  process.env.NEXTAUTH_URL = new URL(siteUrl()).origin;
}
