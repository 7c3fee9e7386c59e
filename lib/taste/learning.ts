import {
  type Like,
  listByChance,
  listDislikes,
  listLikes,
  listTastePapers,
} from '@/db/queries/taste-papers';
import { getTaste, listStale, writeLearned } from '@/db/queries/tastes';
import { errorCode } from '@/lib/base/errors';
import { log } from '@/lib/base/log';
import { featuresOf } from './model/features';
import { packInterest } from './model/file';
import { type Judged, learn } from './model/learn';
import type { StoredInterest } from './types';

/** Most likes and dislikes to learn from, newest first. */
const MOST_LIKES = 500;
const MOST_DISLIKES = 200;
/** Random papers, as negative examples. */
const OTHERS = 400;
const BATCH = 200;

async function judged(marks: Like[]): Promise<Judged[]> {
  const at = new Map(marks.map((mark) => [mark.paperId, mark.at]));
  const papers = await listTastePapers([...at.keys()]);
  return papers.map(({ vector, ...paper }) => ({ paper, vector, at: at.get(paper.id) ?? 0 }));
}

/** Learns interests from a user's likes; returns them with the number of likes. */
export async function learnFrom(
  userId: string,
): Promise<{ interests: StoredInterest[]; likes: number }> {
  const [likes, dislikes, chance] = await Promise.all([
    listLikes(userId, MOST_LIKES),
    listDislikes(userId, MOST_DISLIKES),
    listByChance(OTHERS),
  ]);
  if (likes.length === 0) return { interests: [], likes: 0 };
  const others = (await listTastePapers(chance)).map(({ vector, ...paper }) =>
    featuresOf(paper, vector),
  );
  const interests = learn(await judged(likes), await judged(dislikes), others);
  return { interests: interests.map(packInterest), likes: likes.length };
}

/** Learns and saves a user's taste; returns false if the user has deleted it. */
export async function learnTaste(userId: string): Promise<boolean> {
  if ((await getTaste(userId))?.off) return false;
  return writeLearned(userId, await learnFrom(userId));
}

/** Scheduled job: learns the tastes whose likes have changed, and each one once a day. */
export async function learnTastes(): Promise<{ learned: number; failed: number }> {
  const done = { learned: 0, failed: 0 };
  for (;;) {
    const readers = await listStale(BATCH);
    for (const id of readers) {
      try {
        if (await learnTaste(id)) done.learned += 1;
      } catch (error) {
        done.failed += 1;
        log.warn({ code: errorCode(error) }, 'learning a taste failed');
      }
    }
    // Failed ones would be listed first again, so the next run retries them.
    if (readers.length < BATCH || done.failed > 0) return done;
  }
}
