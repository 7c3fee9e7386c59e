import { z } from 'zod';
import type { Database } from '@/db/client';
import { backOff } from '@/db/queries/source-states';
import { env } from '@/lib/base/env';
import { askSource, SourceUnavailable } from '@/lib/sources/ask-source';
import type { LimitedResponse } from '@/lib/web/outgoing';

/**
 * GitHub's REST API, "Get a repository", with its rules on limits and moved repositories:
 * https://docs.github.com/en/rest/repos/repos#get-a-repository,
 * https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api
 */
const VERSION = '2022-11-28';

/** The fields of a repository that we use. */
const repository = z.object({
  full_name: z.string().min(3).max(200),
  stargazers_count: z.number().int().min(0).max(1_000_000_000),
});

export type FetchedRepository =
  | { state: 'found'; fullName: string; stars: number; etag: string | null }
  | { state: 'unchanged' }
  | { state: 'gone' };

type Options = { etag: string | null; on: Database; signal?: AbortSignal };

/**
 * Fetches a repository (`owner/name`) from GitHub. A renamed one is requested by its id, at the
 * configured address and nowhere else. Throws SourceUnavailable if GitHub does not respond or its
 * hourly limit is reached.
 */
export async function fetchRepository(repo: string, options: Options): Promise<FetchedRepository> {
  const first = await ask(`repos/${repo}`, options);
  if (![301, 302, 307, 308].includes(first.status)) return read(first);
  const id = /\/repositories\/(\d{1,15})$/.exec(first.location ?? '')?.[1];
  if (!id) return { state: 'gone' };
  return read(await ask(`repositories/${id}`, options));
}

async function ask(path: string, { etag, on, signal }: Options): Promise<LimitedResponse> {
  const { GITHUB_API_URL, GITHUB_TOKEN } = env();
  const url = new URL(`${GITHUB_API_URL.replace(/\/$/, '')}/${path}`);
  const response = await askSource('github', url, {
    on,
    signal,
    // GitHub asks for serial requests and limits them per hour.
    interval: 0,
    patience: 10,
    redirects: 'tell',
    headers: {
      accept: 'application/vnd.github+json',
      'x-github-api-version': VERSION,
      ...(GITHUB_TOKEN && { authorization: `Bearer ${GITHUB_TOKEN}` }),
      ...(etag && { 'if-none-match': etag }),
    },
  });
  const { status, retryAfter, spentFor } = response;
  const refused = status === 403 && retryAfter !== null;
  if (refused || spentFor !== undefined) {
    const seconds = retryAfter ?? spentFor ?? null;
    await backOff(on, 'github', { interval: 1, retryAfter: seconds });
  }
  if (refused) throw new SourceUnavailable(`${url.host} allows no more for now`, retryAfter ?? 60);
  return response;
}

function read({ status, body, etag }: LimitedResponse): FetchedRepository {
  if (status === 304) return { state: 'unchanged' };
  // Deleted, never existed, made private, or blocked for legal reasons.
  if ([403, 404, 410, 451].includes(status)) return { state: 'gone' };
  const fields = status === 200 ? repository.safeParse(parsed(body)) : null;
  if (!fields?.success)
    throw new SourceUnavailable(`GitHub answers ${status} with something else`, 300);
  const { full_name: fullName, stargazers_count: stars } = fields.data;
  return { state: 'found', fullName, stars, etag: etag ?? null };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
