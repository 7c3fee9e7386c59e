import { cacheLife, cacheTag } from 'next/cache';
import { db } from '@/db/client';
import { hasOwnPeople } from '@/db/queries/own-votes';
import {
  countExcludedVotes,
  getCounted,
  getFirstPaper,
  getSiteRanking,
  getStanding,
  getUpvotesOverTime,
  listSourceVotes,
  listWeekRates,
  type Standing as Row,
} from '@/db/queries/why';
import { remembered } from '@/lib/base/remembered';
import { countsTag, FEEDS, paperTag, SCORES } from '@/lib/base/tags';
import { LAST_PAGE, PAGE_SIZE } from '@/lib/papers/paths';
import { isSettled } from '@/lib/papers/settled';
import { publicRead } from '@/lib/web/public-read';
import { inventedExample } from './example';
import { scaleOf } from './histogram';
import { NEAR_PLACES } from './messages';
import { rateShare, votesToPass } from './standing';
import type { Example, SiteRanking, Standing, Why } from './types';

/** Most places on Trending's pages; beyond them a place is not counted. */
const LAST_PLACE = LAST_PAGE * PAGE_SIZE;

/** Returns why a paper is at its place, as of now; `chance` is its place from the random draw. */
export async function getWhy(paperId: number, chance: number | null): Promise<Why> {
  'use cache';
  return loadWhy(paperId, chance);
}

/** Does the same within another cached function, which gets its tags and its life. */
export async function loadWhy(paperId: number, chance: number | null): Promise<Why> {
  cacheTag(paperTag(paperId), countsTag(paperId), SCORES);
  const { above, ...why } = await publicRead(() => readWhy(paperId, chance));
  if (above !== null) cacheTag(paperTag(above), countsTag(above));
  if (isQuiet(why)) cacheLife('quiet');
  else cacheLife('public');
  return why;
}

/**
 * Whether only changes of its own rows can make an explanation wrong: its place is not among the
 * near ones, which are exact, and it was not listed lately.
 */
const isQuiet = ({ rated, standing, chance, asOf }: Why): boolean =>
  chance === null &&
  (rated === null ||
    ((standing?.place ?? Number.POSITIVE_INFINITY) > NEAR_PLACES &&
      isSettled(Date.parse(rated.listedAt), Date.parse(asOf))));

/** Also returns the paper just above, whose title it names. */
async function readWhy(
  paperId: number,
  chance: number | null,
): Promise<Why & { above: number | null }> {
  const now = Date.now();
  const [row, { firstUpvote, ...counted }, sources, excluded, ownVotes] = await Promise.all([
    getStanding(paperId, LAST_PLACE),
    getCounted(paperId),
    listSourceVotes(paperId),
    countExcludedVotes(paperId),
    hasOwnPeople(db(), paperId),
  ]);
  return {
    asOf: new Date(now).toISOString(),
    rated: row?.rated ?? null,
    counted,
    sources,
    aheadOf: row && rateShare(row.rated, await getWeekRates()),
    standing: row && standingOf(row),
    chance,
    votes:
      firstUpvote === null ? null : await getUpvotesOverTime(paperId, scaleOf(firstUpvote, now)),
    excluded,
    ownVotes,
    above: row?.above?.id ?? null,
  };
}

/** Milliseconds for which the rates of the week serve all pages: they may be 5,000 numbers. */
const RATES_LIFE = 15_000;

async function getWeekRates(): Promise<number[]> {
  const rates = await remembered('week rates', '', listWeekRates, { life: RATES_LIFE });
  return rates ?? [];
}

function standingOf({ rated, ahead, above }: Row): Standing {
  const own = { ...rated, listedAt: Date.parse(rated.listedAt) };
  return {
    place: ahead < LAST_PLACE ? ahead + 1 : null,
    above: above && {
      slug: above.slug,
      title: above.title,
      votesToPass: votesToPass(own, above.trending, rated.scale),
    },
  };
}

/**
 * Returns the first paper of Trending for the score's example; an invented one if there is none.
 */
export async function getExample(): Promise<Example> {
  'use cache';
  cacheLife('public');
  cacheTag(FEEDS);
  return publicRead(async () => {
    const first = await getFirstPaper();
    const now = Date.now();
    if (!first) return inventedExample(now, (await getSiteRanking()).scale);
    const { slug, title, rated } = first;
    return { paper: { slug, title }, asOf: new Date(now).toISOString(), rated };
  });
}

/** Returns the time scale in use and the views that outside votes bring along. */
export async function getRankingInUse(): Promise<SiteRanking> {
  'use cache';
  cacheLife('public');
  cacheTag(FEEDS);
  return publicRead(() => getSiteRanking());
}
