import { cacheLife, cacheTag } from 'next/cache';
import {
  countExcludedVotes,
  getFirstPaper,
  getOrigins,
  getStanding,
  getUpvotesOverTime,
  listLatestEvents,
  type Standing as Row,
} from '@/db/queries/why';
import { FEEDS, paperTag } from '@/lib/base/tags';
import { LAST_PAGE, PAGE_SIZE } from '@/lib/papers/paths';
import { getFairChances } from '@/lib/views/data';
import { withDeadline } from '@/lib/web/deadline';
import { inventedExample } from './example';
import { scaleOf } from './histogram';
import { hoursUntil, votesToPass } from './standing';
import { heat } from './trending';
import type { Example, Standing, Why } from './types';

/** Places that Trending's pages show; beyond them a place is not counted. */
const LAST_PLACE = LAST_PAGE * PAGE_SIZE;

/** Why a paper is where it is, as of now. */
export async function getWhy(paperId: number): Promise<Why> {
  'use cache';
  cacheLife('public');
  cacheTag(paperTag(paperId));
  return withDeadline(() => readWhy(paperId));
}

async function readWhy(paperId: number): Promise<Why> {
  const now = Date.now();
  const [row, { composition, firstUpvote }, chances, excluded] = await Promise.all([
    getStanding(paperId, LAST_PLACE),
    getOrigins(paperId, now),
    getFairChances(),
    countExcludedVotes(paperId),
  ]);
  return {
    asOf: new Date(now).toISOString(),
    heat: row && heat(row.trending, now),
    composition,
    standing: row && standingOf(row, now),
    chance: chances.find(({ id }) => id === paperId)?.place ?? null,
    votes:
      firstUpvote === null ? null : await getUpvotesOverTime(paperId, scaleOf(firstUpvote, now)),
    excluded,
  };
}

function standingOf({ trending, ahead, above }: Row, now: number): Standing {
  const hours = hoursUntil(trending, heat(trending, now) / 2, now);
  return {
    place: ahead < LAST_PLACE ? ahead + 1 : null,
    halvedAt: new Date(now + hours * 3_600_000).toISOString(),
    above: above && {
      slug: above.slug,
      title: above.title,
      heat: heat(above.trending, now),
      votesToPass: votesToPass(trending, above.trending, now),
    },
  };
}

/** The first paper of Trending, to calculate its heat from; an invented one if there is none. */
export async function getExample(): Promise<Example> {
  'use cache';
  cacheLife('public');
  cacheTag(FEEDS);
  return withDeadline(async () => {
    const first = await getFirstPaper();
    const now = Date.now();
    if (!first) return inventedExample(now);
    const { id, slug, title, trending } = first;
    const [{ composition }, latest] = await Promise.all([
      getOrigins(id, now),
      listLatestEvents(id),
    ]);
    const asOf = new Date(now).toISOString();
    return { paper: { slug, title }, asOf, score: trending, composition, latest };
  });
}
