import { entryOf } from '@/lib/base/entry-of';

/** The closed set of expected failures. Clients see the code and our message. */
export const REASONS = {
  signed_out: { status: 401, words: 'Sign in to do this.' },
  sign_in_again: { status: 401, words: 'Sign in again to do this.' },
  needs_handle: { status: 403, words: 'Choose a handle first.' },
  banned: { status: 403, words: 'This account is banned and can’t do this.' },
  forbidden: { status: 403, words: 'You don’t have permission to do this.' },
  cross_site: { status: 403, words: 'This request came from another site.' },
  not_found: { status: 404, words: 'There is no such page or item.' },
  method_not_allowed: { status: 405, words: 'This address does not accept this method.' },
  invalid: { status: 400, words: 'Something in this request is not valid.' },
  too_large: { status: 413, words: 'This is too large.' },
  conflict: { status: 409, words: 'This has changed in the meantime. Reload the page.' },
  taken: { status: 409, words: 'This is already taken.' },
  already_here: { status: 409, words: 'This paper is already here.' },
  not_recognized: { status: 400, words: 'This is not an identifier or address of a paper.' },
  too_old: { status: 422, words: 'This paper is too old to be submitted here.' },
  removed: { status: 410, words: 'This paper was removed by the moderators.' },
  withdrawn: { status: 422, words: 'This paper has been withdrawn.' },
  source_unavailable: { status: 503, words: 'The source is not responding. Try again later.' },
  rate_limited: { status: 429, words: 'Too many requests. Try again later.' },
  unavailable: { status: 503, words: 'The site is temporarily unavailable. Try again soon.' },
  internal: { status: 500, words: 'Something went wrong on our side. Try again.' },
} as const;

export type Reason = keyof typeof REASONS;

/** Returns the message for a code from an address, in the page's own wording if it has one. */
export function reasonWords(code: string, own: Partial<Record<string, string>> = {}): string {
  return entryOf(own, code) ?? entryOf(REASONS, code)?.words ?? 'This did not work. Try again.';
}

export type Refusal = {
  ok: false;
  reason: Reason;
  /** A message that is more specific than the reason's. */
  message?: string;
  /** Messages by form field. */
  fields?: Record<string, string>;
  /** Seconds, with `rate_limited`. */
  retryAfter?: number;
  /** With `taken`: the key of the existing entry, for programs. */
  slug?: string;
};

/** An expected outcome: a value, or the reason of a refusal. */
export type Result<T> = { ok: true; data: T } | Refusal;

export const ok = <T>(data: T): Result<T> => ({ ok: true, data });

export const refuse = (reason: Reason, more: Omit<Refusal, 'ok' | 'reason'> = {}): Refusal => ({
  ok: false,
  reason,
  ...more,
});

/** A refusal inside a transaction, which rolls it back. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.reason);
  }
}

/** Runs `work` and returns its value, or the refusal that it threw. */
export async function attempt<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work());
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

/** Reads the refusal from the JSON body of an error, `{ error: message, code, fields }`. */
export const readRefusal = (body: {
  error?: string;
  code?: Reason;
  fields?: Record<string, string>;
}): Refusal => refuse(body.code ?? 'internal', { message: body.error, fields: body.fields });

/** An unexpected failure; lib/web maps it to a response in one place. */
export class AppError extends Error {
  readonly reason: Reason;

  constructor(reason: Reason, options?: { cause?: unknown; message?: string }) {
    super(options?.message ?? REASONS[reason].words, { cause: options?.cause });
    this.name = 'AppError';
    this.reason = reason;
  }
}

/** Codes of Postgres and its sockets that mean "try later", not "wrong". */
const AWAY =
  /^(08|53|57P|25006)|^(ECONN|ENOTFOUND|EPIPE|ETIMEDOUT|EHOSTUNREACH|CONNECTION_|CONNECT_TIMEOUT)/;

/** Returns the code of a driver's error, also if drizzle wrapped it. */
export function errorCode(error: unknown): string | undefined {
  for (let e = error; e instanceof Error; e = e.cause) {
    const { code } = e as { code?: unknown };
    if (typeof code === 'string') return code;
  }
  return undefined;
}

/** 57014 is a statement cancelled by its own timeout: the database is too busy. */
export const isDatabaseAway = (error: unknown): boolean => {
  const code = errorCode(error);
  return code !== undefined && (AWAY.test(code) || code === '57014' || code === '55P03');
};

/** Turns anything thrown into a refusal that is safe to show. */
export function toRefusal(error: unknown): Refusal {
  if (error instanceof AppError) return refuse(error.reason);
  return refuse(isDatabaseAway(error) ? 'unavailable' : 'internal');
}
