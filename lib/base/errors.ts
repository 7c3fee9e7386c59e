import { entryOf } from '@/lib/base/entry-of';

/** What can be expected to go wrong, as a closed set; a client sees the code and our own words. */
export const REASONS = {
  signed_out: { status: 401, words: 'Sign in to do this.' },
  needs_handle: { status: 403, words: 'Pick a handle first.' },
  banned: { status: 403, words: 'This account may not do this.' },
  forbidden: { status: 403, words: 'You may not do this.' },
  cross_site: { status: 403, words: 'This request came from another site.' },
  not_found: { status: 404, words: 'There is nothing here.' },
  method_not_allowed: { status: 405, words: 'This address does not take requests of this method.' },
  invalid: { status: 400, words: 'This is not valid.' },
  too_large: { status: 413, words: 'This is too large.' },
  conflict: { status: 409, words: 'This has changed in the meantime.' },
  taken: { status: 409, words: 'This is taken already.' },
  already_here: { status: 409, words: 'This paper is here already.' },
  not_recognized: { status: 400, words: 'This is no identifier or address of a paper.' },
  too_old: { status: 422, words: 'This paper is older than what may be submitted here.' },
  removed: { status: 410, words: 'This paper was removed by the moderators.' },
  withdrawn: { status: 422, words: 'This paper has been withdrawn.' },
  source_unavailable: { status: 503, words: 'The source does not answer at the moment.' },
  rate_limited: { status: 429, words: 'Too many requests. Try again later.' },
  unavailable: { status: 503, words: 'The site is not available at the moment. Try again soon.' },
  internal: { status: 500, words: 'Something went wrong here.' },
} as const;

export type Reason = keyof typeof REASONS;

/** What to say of a code that came back in an address: in a page's own words where it has some. */
export function reasonWords(code: string, own: Partial<Record<string, string>> = {}): string {
  return entryOf(own, code) ?? entryOf(REASONS, code)?.words ?? 'This did not work. Try again.';
}

export type Refusal = {
  ok: false;
  reason: Reason;
  /** A sentence for people, more exact than the reason's own words. */
  message?: string;
  /** Messages by form field. */
  fields?: Record<string, string>;
  /** Seconds, with `rate_limited`. */
  retryAfter?: number;
  /** With `taken`: the key of what has the name already, for programs. */
  slug?: string;
};

/** An outcome that can be expected: a value or a reason why not. */
export type Result<T> = { ok: true; data: T } | Refusal;

export const ok = <T>(data: T): Result<T> => ({ ok: true, data });

export const refuse = (reason: Reason, more: Omit<Refusal, 'ok' | 'reason'> = {}): Refusal => ({
  ok: false,
  reason,
  ...more,
});

/** The refusal that a JSON body of an error says: `{ error: message, code, fields }`. */
export const readRefusal = (body: {
  error?: string;
  code?: Reason;
  fields?: Record<string, string>;
}): Refusal => refuse(body.code ?? 'internal', { message: body.error, fields: body.fields });

/** What cannot be expected, thrown; mapped to an answer in one place (lib/web). */
export class AppError extends Error {
  readonly reason: Reason;

  constructor(reason: Reason, options?: { cause?: unknown; message?: string }) {
    super(options?.message ?? REASONS[reason].words, { cause: options?.cause });
    this.name = 'AppError';
    this.reason = reason;
  }
}

/** Codes of Postgres and of the sockets to it that mean "not now", not "wrong". */
const AWAY =
  /^(08|53|57P|25006)|^(ECONN|ENOTFOUND|EPIPE|ETIMEDOUT|EHOSTUNREACH|CONNECTION_|CONNECT_TIMEOUT)/;

/** The code of a driver's error, also when drizzle wrapped it. */
export function errorCode(error: unknown): string | undefined {
  for (let e = error; e instanceof Error; e = e.cause) {
    const { code } = e as { code?: unknown };
    if (typeof code === 'string') return code;
  }
  return undefined;
}

/** 57014 is a statement cancelled by its own timeout: the database is too busy to answer. */
export const isDatabaseAway = (error: unknown): boolean => {
  const code = errorCode(error);
  return code !== undefined && (AWAY.test(code) || code === '57014' || code === '55P03');
};

/** Any thrown thing as a refusal that may be shown to anybody. */
export function toRefusal(error: unknown): Refusal {
  if (error instanceof AppError) return refuse(error.reason);
  return refuse(isDatabaseAway(error) ? 'unavailable' : 'internal');
}
