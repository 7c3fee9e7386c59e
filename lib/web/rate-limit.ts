import { createHmac } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Transaction } from '@/db/client';
import { takeToken } from '@/db/queries/rate-limits';
import { env } from '@/lib/base/env';
import { type Refusal, refuse } from '@/lib/base/errors';
import { mailboxOf } from '@/lib/base/mailbox';
import { keyFor } from '@/lib/base/secrets';
import type { Window } from '@/lib/base/windows';
import type { Viewer } from '@/lib/web/types';
import { localLimits } from './local-limits';
import { clientNetwork } from './network';

export type LimitName =
  | 'sign_in'
  | 'sign_up'
  | 'vote'
  | 'comment'
  | 'submission'
  | 'lookup'
  | 'preview'
  | 'search'
  | 'follow'
  | 'group'
  | 'collection'
  | 'report'
  | 'claim'
  | 'export'
  | 'api'
  | 'token';

const DAY = 86_400;

type ApiClient = { viewer: Viewer | null; address: string };

/** The state of the tightest window, for the RateLimit headers; times in seconds. */
export type LimitState = { name: string; window: Window; left: number; reset: number };
export type LimitResult = { refusal: Refusal | null; state: LimitState | null };

const windowsOf = (name: LimitName): Window[] => {
  const settings = env();
  const table: Record<LimitName, Window[]> = {
    sign_in: settings.RATE_LIMIT_SIGN_IN_IP,
    sign_up: settings.RATE_LIMIT_SIGN_UP,
    vote: settings.RATE_LIMIT_VOTE,
    comment: settings.RATE_LIMIT_COMMENT,
    submission: settings.RATE_LIMIT_SUBMISSION,
    lookup: settings.RATE_LIMIT_LOOKUP,
    preview: settings.RATE_LIMIT_PREVIEW,
    search: settings.RATE_LIMIT_SEARCH,
    follow: settings.RATE_LIMIT_FOLLOW,
    group: settings.RATE_LIMIT_GROUP,
    collection: settings.RATE_LIMIT_COLLECTION,
    report: settings.RATE_LIMIT_REPORT,
    claim: settings.RATE_LIMIT_CLAIM,
    export: settings.RATE_LIMIT_EXPORT,
    api: settings.RATE_LIMIT_API,
    token: settings.RATE_LIMIT_TOKEN,
  };
  return table[name];
};

/** Takes one token of `name` from a signed-in user, or from the network of a visitor. */
export async function takeLimit(name: LimitName, by: ApiClient): Promise<Refusal | null> {
  return (await askLimit(name, by)).refusal;
}

/** Takes one token, and returns the state of the limit. Sign-in always counts by network. */
export async function askLimit(
  name: LimitName,
  { viewer, address }: ApiClient,
): Promise<LimitResult> {
  const byReader = viewer !== null && name !== 'sign_in';
  const subject = byReader ? `user ${viewer.id}` : `ip ${clientNetwork(address)}`;
  const result = await take(name, subject, windowsOf(name));
  if (result.refusal || !byReader) return result;
  const dayOne = await takeDayOne(name, viewer);
  return dayOne ? { ...result, refusal: dayOne } : result;
}

/** Takes one mail to this mailbox, for all of its aliases and from any network. */
export async function takeMailLimit(email: string): Promise<Refusal | null> {
  return (await take('sign_in', `mailbox ${mailboxOf(email)}`, env().RATE_LIMIT_SIGN_IN)).refusal;
}

/**
 * Takes one attempt at a mailed code: so few per day that guessing the codes of a mailbox is
 * hopeless.
 */
export const takeCodeLimit = async (email: string): Promise<Refusal | null> =>
  (
    await take('code', `mailbox ${mailboxOf(email)}`, [
      { limit: 10, seconds: 3600 },
      { limit: 30, seconds: DAY },
    ])
  ).refusal;

/** Takes one request of a program: from its token, or from its network without one. */
export const askProgram = (token: string | null, address: string): Promise<LimitResult> =>
  token === null
    ? take('api', `ip ${clientNetwork(address)}`, windowsOf('api'))
    : take('token', `token ${token}`, windowsOf('token'));

/**
 * Takes up to `tokens` more from the longest window of `name`, so that the client pays for an
 * unusually expensive request.
 */
export async function chargeMore(name: LimitName, viewer: Viewer, tokens: number): Promise<void> {
  const window = windowsOf(name).toSorted((a, b) => b.seconds - a.seconds)[0];
  if (!window) return;
  for (let taken = 0; taken < tokens; taken++) {
    const { refusal } = await take(name, `user ${viewer.id}`, [window]);
    if (refusal) return;
  }
}

/** Mentions per day that notify, by the state of the account. */
const MENTIONS = { usual: 100, restricted: 20 } as const;

type Writer = { id: string; createdAt: Date; limitedUntil: Date | null };

/**
 * Takes up to `wanted` mentions from the writer's daily quota; returns how many were left. New and
 * limited accounts have fewer.
 */
export async function takeMentions(
  tx: Transaction,
  writer: Writer,
  wanted: number,
): Promise<number> {
  const { id, createdAt, limitedUntil } = writer;
  const isNew = Date.now() - createdAt.getTime() < DAY * 1000;
  const isLimited = limitedUntil !== null && limitedUntil.getTime() > Date.now();
  const kind = isNew || isLimited ? 'restricted' : 'usual';
  const window = { limit: MENTIONS[kind], seconds: DAY };
  for (let taken = 0; taken < wanted; taken++) {
    const { refusal } = await take(`mention ${kind}`, `user ${id}`, [window], tx);
    if (refusal) return taken;
  }
  return wanted;
}

/** Takes one edit of this comment: all revisions are stored, so they are limited. */
export const takeEdit = async (commentId: number): Promise<Refusal | null> =>
  (
    await take('edit', `comment ${commentId}`, [
      { limit: 10, seconds: 3600 },
      { limit: 30, seconds: DAY },
    ])
  ).refusal;

/**
 * The total of an account's first day, so this bucket is never refilled; and the daily quota while
 * a moderator limits the account.
 */
async function takeDayOne(name: LimitName, viewer: Viewer): Promise<Refusal | null> {
  const { DAY_ONE_COMMENTS, DAY_ONE_SUBMISSIONS } = env();
  const limit = { comment: DAY_ONE_COMMENTS, submission: DAY_ONE_SUBMISSIONS }[name as string];
  const left = DAY - (Date.now() - viewer.createdAt.getTime()) / 1000;
  if (limit === undefined) return null;
  if (viewer.limitedUntil && viewer.limitedUntil.getTime() > Date.now()) {
    const day = [{ limit, seconds: DAY }];
    const { refusal } = await take(`limited ${name}`, `user ${viewer.id}`, day);
    if (refusal) {
      const wait = refusal.retryAfter ?? DAY;
      return limited(
        wait,
        'A moderator has limited this account. You have reached its daily limit.',
      );
    }
  }
  if (left <= 0) return null;
  const seconds = Number.MAX_SAFE_INTEGER;
  const { refusal } = await take(`day one ${name}`, `user ${viewer.id}`, [{ limit, seconds }]);
  return refusal && limited(left, 'New accounts can do more of this after their first day.');
}

/** The shortest window first: if it refuses, nothing is taken from the longer ones. */
async function take(
  name: string,
  subject: string,
  windows: Window[],
  tx?: Transaction,
): Promise<LimitResult> {
  if (!env().RATE_LIMITS) return { refusal: null, state: null };
  let state: LimitState | null = null;
  for (const window of windows) {
    if (window.limit === 0) return { refusal: limited(window.seconds), state: null };
    const key = `${name} ${window.limit}/${window.seconds} ${subject}`;
    const taken =
      LOCAL.has(name) && !tx
        ? await localLimits().take(rememberedKey(key), window)
        : await takeToken(hashedKey(key), window, tx);
    const left = taken.left ?? 0;
    const reset = taken.left === null ? taken.wait : window.seconds / window.limit;
    if (!state || left < state.left) state = { name, window, left, reset: Math.ceil(reset) };
    if (taken.left === null) return { refusal: limited(taken.wait), state };
  }
  return { refusal: null, state };
}

const limited = (wait: number, message?: string): Refusal =>
  refuse('rate_limited', { retryAfter: Math.max(1, Math.ceil(wait)), message });

/** Taken so often that a database write for each would cost more than the requests they limit. */
const LOCAL = new Set<string>(['api', 'token', 'vote', 'search']);

const keys = new LRUCache<string, string>({ max: 20_000 });

function rememberedKey(key: string): string {
  const known = keys.get(key) ?? hashedKey(key);
  keys.set(key, known);
  return known;
}

/** Keys are hashed with our secret: the table does not reveal an address, not even by guessing. */
const hashedKey = (key: string): string =>
  createHmac('sha256', keyFor('rate limits')).update(key).digest('base64url');
