import { transaction } from '@/db/client';
import { addRepositories, listDue, type Repository, saveRepository } from '@/db/queries/code';
import { publishInvalidation } from '@/db/queries/invalidation';
import { env } from '@/lib/base/env';
import { FEEDS } from '@/lib/base/tags';
import type { HarvestRun } from '@/lib/sources/types';
import { fetchRepository } from './github';

/** Repositories per run: GitHub allows 5,000 requests an hour with a token, 60 without. */
const BATCH = { token: 1_000, none: 50 };
/** Repositories after which feeds are invalidated; each time, their next visitors wait. */
const FEEDS_EVERY = 50;

/**
 * Scheduled job: requests the stars of repositories of papers on the feeds, each once a day, those
 * with the oldest count first.
 */
export async function measureCode({ on, signal, counts }: HarvestRun): Promise<void> {
  const { CODE_STARS, GITHUB_TOKEN } = env();
  if (!CODE_STARS) return;
  const count = (name: string) => {
    counts[name] = (counts[name] ?? 0) + 1;
  };
  let unpublished = 0;
  const publishFeeds = async () => {
    if (unpublished > 0) await publishInvalidation(on, [FEEDS]);
    unpublished = 0;
  };
  await addRepositories(on);
  try {
    for (const repository of await listDue(on, GITHUB_TOKEN ? BATCH.token : BATCH.none)) {
      signal.throwIfAborted();
      const { repo, etag } = repository;
      const fetched = await fetchRepository(repo, { etag, on, signal });
      const known = settled(repository, fetched);
      await transaction((tx) => saveRepository(tx, repo, known), on);
      count(known.state === 'gone' ? 'gone' : 'stars');
      if (known.fullName && known.fullName.toLowerCase() !== repo) count('moved');
      unpublished += 1;
      if (unpublished === FEEDS_EVERY) await publishFeeds();
    }
  } finally {
    await publishFeeds();
  }
}

type Known = Pick<Repository, 'state' | 'fullName' | 'stars' | 'etag'>;

function settled(
  { fullName, stars, etag }: Repository,
  fetched: Awaited<ReturnType<typeof fetchRepository>>,
): Known & { state: 'found' | 'gone' } {
  if (fetched.state === 'gone') return { state: 'gone', fullName, stars, etag: null };
  if (fetched.state === 'found') return fetched;
  return { state: 'found', fullName, stars, etag };
}
