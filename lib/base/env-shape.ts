import { z } from 'zod';
import { parseEmail } from './email-address';
import {
  count,
  databaseAddress,
  databaseAddresses,
  flag,
  limits,
  list,
  oneOf,
  purgeAddresses,
  shorter,
  text,
  webAddress,
} from './env-values';

/** All variables, in the order of .env.example. */
export const shape = z.object({
  NODE_ENV: oneOf('development', 'production', 'test').default('production'),
  PORT: count(0, 65_535).default(3000),
  HOST: text.default('0.0.0.0'),
  SITE_URL: webAddress.regex(/^[^/]*\/\/[^/?#]*\/?$/, 'is an address without a path').optional(),
  AUTH_SECRET: z.string().min(32, 'needs at least 32 characters').optional(),
  LOG_LEVEL: oneOf('fatal', 'error', 'warn', 'info', 'debug', 'silent').default('info'),

  DATABASE_URL: databaseAddress.optional(),
  /** For what a pooler in front of DATABASE_URL cannot do: migrations, listening, locks, jobs. */
  DATABASE_DIRECT_URL: databaseAddress.optional(),
  /** Standbys that public reads may use. */
  DATABASE_REPLICA_URLS: databaseAddresses.optional(),
  /** Seconds behind the primary from which a replica is left out. */
  DATABASE_REPLICA_LAG: count(1, 60).default(5),
  /** Whether queries are prepared; by default unless there is a pooler. */
  DATABASE_PREPARE: flag.optional(),
  DATABASE_POOL: count(2, 200).default(10),
  /** Statement timeout of a request, in milliseconds. */
  DATABASE_STATEMENT_TIMEOUT: count(500, 600_000).default(4_000),
  /** Megabytes of the search index that a web process keeps in memory. */
  SEARCH_MEMORY: count(8, 16_384).default(64),
  DATA_DIR: text.default('.data'),
  /** Set by scripts/start.ts: Papertide runs its own database on this machine. */
  PAPERTIDE_EMBEDDED: flag.default(false),
  /** Set by scripts/run.mjs in compiled programs: the folder they are in. */
  PAPERTIDE_COMPILED: text.optional(),
  /** Set by scripts/serve.ts at each start: authenticates its loopback requests. */
  PAPERTIDE_INTERNAL_SECRET: text.optional(),
  DEMO: flag.optional(),
  JOBS: oneOf('in-process', 'off').default('in-process'),

  TRUSTED_PROXY_HOPS: count(0, 10).default(0),
  /** Seconds between failing `/readyz` and closing connections on shutdown. */
  DRAIN_SECONDS: count(0, 600).optional(),

  /** Where traces are sent, by the names of OpenTelemetry; its SDK reads its other variables. */
  OTEL_EXPORTER_OTLP_ENDPOINT: webAddress.optional(),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: webAddress.optional(),
  /** `name=value` pairs, such as a token of the receiver. */
  OTEL_EXPORTER_OTLP_HEADERS: text.optional(),
  OTEL_SERVICE_NAME: text.default('papertide'),
  /** `none` turns traces off. */
  OTEL_TRACES_EXPORTER: text.default('otlp'),
  OTEL_SDK_DISABLED: flag.default(false),

  /** Caches in front of the site: `PURGE http://127.0.0.1:81{path}, BAN http://varnish:6081/`. */
  PURGE_URLS: purgeAddresses.optional(),
  /** Sent to them as a bearer token. */
  PURGE_TOKEN: text.optional(),

  /** Where metrics are served, on a server of their own; off if unset. */
  METRICS_PORT: count(0, 65_535).optional(),
  METRICS_HOST: text.default('127.0.0.1'),
  METRICS_TOKEN: z.string().min(16, 'needs at least 16 characters').optional(),

  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'is no address like smtps://user:password@host:465' })
    .optional(),
  MAIL_FROM: text.optional(),
  /** Rate of mails to the mail server, over all processes. */
  MAIL_RATE: limits.prefault('10/s'),
  /** Minutes to gather notifications before a mail, and at least between two mails to one user. */
  NOTIFICATION_MAIL_DELAY: z.coerce.number('is no number of minutes').min(0).max(1_440).default(15),
  NOTIFICATION_MAIL_PAUSE: z.coerce
    .number('is no number of minutes')
    .min(0)
    .max(10_080)
    .default(240),

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

  /** Users who sign in with one of these addresses, verified, become administrators. */
  ADMIN_EMAILS: text
    .transform((list, context) => {
      const found = list.split(',').map((address) => parseEmail(address));
      const wrong = found.indexOf(null);
      if (wrong < 0) return found.filter((address) => address !== null);
      context.addIssue({ code: 'custom', message: `has no e-mail address at place ${wrong + 1}` });
      return z.NEVER;
    })
    .optional(),

  SITE_NAME: shorter(60).default('Papertide'),
  SITE_TAGLINE: shorter(160).default('Research papers worth reading today'),
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
  /** Names in the public moderation log (lib/moderation/policy). */
  LOG_NAMES: oneOf('all', 'readers', 'moderators', 'none').default('all'),
  FAIR_CHANCES: flag.default(true),
  /** Refuses expensive requests early while an instance is busy (scripts/serve/admission). */
  REFUSE_EARLY: flag.default(true),
  /** Hours by which a paper has to be newer to make up for half the rate (lib/ranking/trending). */
  TRENDING_HALF_LIFE: count(6, 2_000).default(84),

  SUBMIT_BY: oneOf('everybody', 'moderators').default('everybody'),
  SUBMIT_ACCOUNT_DAYS: count(0, 36_500).default(0),
  /** Mail domains whose users may submit, with their subdomains. */
  SUBMIT_MAIL_DOMAINS: text
    .transform((list, context) => {
      const domains = list.split(',').map((domain) => domain.trim().toLowerCase());
      const wrong = domains.findIndex((domain) => !/^(?:[a-z0-9-]+\.)+[a-z0-9-]+$/.test(domain));
      if (wrong < 0) return domains;
      context.addIssue({ code: 'custom', message: `has no domain at place ${wrong + 1}` });
      return z.NEVER;
    })
    .optional(),
  /** The largest age in days since publication; any age if unset. */
  SUBMIT_OLDEST_DAYS: count(1, 365_000).optional(),
  /** How many first submissions of each user wait for a moderator. */
  SUBMIT_REVIEW_FIRST: count(0, 1_000_000).default(0),

  /** Whether to write a dump each night, where, and how many to keep. */
  DUMPS: flag.default(true),
  DUMPS_DIR: text.optional(),
  DUMPS_KEPT: count(1, 365).default(3),

  /** The bucket of pictures, instead of DATA_DIR. */
  PICTURES_S3_BUCKET: text.optional(),
  PICTURES_S3_ENDPOINT: webAddress.optional(),
  PICTURES_S3_REGION: text.default('us-east-1'),
  PICTURES_S3_ACCESS_KEY_ID: text.optional(),
  PICTURES_S3_SECRET_ACCESS_KEY: text.optional(),

  /** Which pictures of other sites to fetch, and from which hosts (lib/pictures/hosts). */
  PICTURES_MEDIA: flag.default(false),
  PICTURES_FIGURES: flag.default(false),
  PICTURES_THUMBNAILS: flag.default(false),
  PICTURES_HOSTS: list(
    /^(?:(?:[a-z0-9-]+\.)+[a-z]{2,}|https?:\/\/[^/\s]+)$/i,
    'a host like cdn.example.org',
  ).prefault('cdn-thumbnails.huggingface.co,cdn-uploads.huggingface.co'),

  /** The arXiv sets to harvest; none if unset. */
  HARVEST_SETS: list(/^[a-zA-Z][\w.:-]{0,60}$/, 'a set like cs or cs:cs:LG').optional(),
  HARVEST_FROM: z.iso.date('is no day like 2026-01-31').optional(),
  /** Which harvested papers are listed: by category, by keyword, up to a daily limit. */
  HARVEST_LIST_TOPICS: list(/^[a-z-]+(\.[A-Za-z-]+)?$/, 'a category like cs.LG').optional(),
  HARVEST_LIST_WORDS: list(/^.{2,60}$/, 'words of 2 to 60 characters').optional(),
  HARVEST_LIST_CAP: count(1, 500).default(20),
  MIRROR_DAILY: flag.default(false),
  MIRROR_DAYS: count(1, 60).default(7),
  CODE_STARS: flag.default(false),
  GITHUB_API_URL: webAddress.default('https://api.github.com'),
  GITHUB_TOKEN: text.optional(),
  /** A server for embeddings, with the API of OpenAI's `POST /embeddings`. */
  EMBEDDINGS_URL: webAddress.optional(),
  EMBEDDINGS_MODEL: shorter(200).optional(),
  EMBEDDINGS_KEY: text.optional(),
  /** A language model for summaries, with the API of OpenAI's `POST /chat/completions`. */
  SUMMARIES_URL: webAddress.optional(),
  SUMMARIES_MODEL: shorter(100)
    .regex(/^[^\p{Cc}\p{Cf}<>]*$/u, 'is no plain name')
    .optional(),
  SUMMARIES_KEY: text.optional(),
  /** Maximum requests and tokens per day (UTC). */
  SUMMARIES_PER_DAY: count(1, 1_000_000).default(200),
  SUMMARIES_TOKENS_PER_DAY: count(1_000, 1_000_000_000).default(500_000),

  ARXIV_API_URL: webAddress.default('https://export.arxiv.org/api/query'),
  ARXIV_OAI_URL: webAddress.default('https://oaipmh.arxiv.org/oai'),
  /** Where arXiv serves papers as HTML, for their figures. */
  ARXIV_HTML_URL: webAddress.default('https://arxiv.org/html'),
  HF_PAPERS_URL: webAddress.default('https://huggingface.co/api/daily_papers'),
  CROSSREF_API_URL: webAddress.default('https://api.crossref.org'),
  OPENREVIEW_API_URL: webAddress.default('https://api2.openreview.net'),
  /** OpenReview's API for submissions before 2023. */
  OPENREVIEW_V1_API_URL: webAddress.default('https://api.openreview.net'),
  ACL_ANTHOLOGY_URL: webAddress.default('https://aclanthology.org'),
  BIORXIV_API_URL: webAddress.default('https://api.biorxiv.org'),
  /** Seconds between two requests to one of these sources; arXiv asks for three. */
  SOURCE_INTERVAL: z.coerce.number('is no number of seconds').min(0).max(3_600).default(3),
  CONTACT_EMAIL: z.email('is no e-mail address').optional(),

  RATE_LIMITS: flag.default(true),
  RATE_LIMIT_SIGN_IN: limits.prefault('6/min,30/h'),
  RATE_LIMIT_SIGN_UP: limits.prefault('20/day'),
  RATE_LIMIT_SIGN_IN_IP: limits.prefault('25/5min'),
  RATE_LIMIT_VOTE: limits.prefault('60/min'),
  RATE_LIMIT_COMMENT: limits.prefault('1/5s,30/h'),
  RATE_LIMIT_SUBMISSION: limits.prefault('20/day'),
  RATE_LIMIT_LOOKUP: limits.prefault('20/min'),
  RATE_LIMIT_PREVIEW: limits.prefault('60/min'),
  RATE_LIMIT_SEARCH: limits.prefault('180/min'),
  RATE_LIMIT_FOLLOW: limits.prefault('60/min'),
  RATE_LIMIT_GROUP: limits.prefault('30/min,200/day'),
  RATE_LIMIT_COLLECTION: limits.prefault('120/min,3000/day'),
  RATE_LIMIT_REPORT: limits.prefault('10/min,50/day'),
  RATE_LIMIT_CLAIM: limits.prefault('10/min,40/day'),
  RATE_LIMIT_EXPORT: limits.prefault('3/min,20/day'),
  RATE_LIMIT_API: limits.prefault('500/5min'),
  RATE_LIMIT_TOKEN: limits.prefault('1000/5min'),
  DAY_ONE_COMMENTS: count(0, 1_000_000).default(10),
  DAY_ONE_SUBMISSIONS: count(0, 1_000_000).default(3),
});

export type Env = z.infer<typeof shape>;
