import { listFollowedFeatures, listLeftOut, listTastePapers } from '@/db/queries/taste-papers';
import { getTaste } from '@/db/queries/tastes';
import { getFilters } from '@/lib/filters/data';
import { foldOf } from '@/lib/filters/matching';
import { plainText } from '@/lib/markup/plain';
import { type Candidate, listCandidates } from './candidates';
import { learnFrom } from './learning';
import { authorKey } from './model/features';
import { unpackInterest } from './model/file';
import { Scorer } from './model/scorer';
import type { Interest, Setting, StoredInterest, StoredTaste, Why } from './types';

/** Fewest likes for a ranking by taste alone. */
export const ENOUGH = 3;
/** The factor of a followed feature, as if set by the user. */
const FOLLOWED = 2;
/** Weight of Trending while there are too few likes, in standard deviations of taste. */
const DEFAULT = 2;
/** Papers whose texts are read per batch, to check for muted words. */
const BATCH = 60;

export type ReaderTaste = {
  off: boolean;
  likes: number;
  /** Too few likes and no imported model: the ranking is mostly that of Trending. */
  few: boolean;
  scorer: Scorer;
  interests: Interest[];
  /** The learned ones of them. */
  learned: StoredInterest[];
  stored: StoredTaste | null;
};

/** Returns a user's taste for scoring; learns it if none is stored. */
export async function readTaste(userId: string): Promise<ReaderTaste> {
  const [stored, followed] = await Promise.all([getTaste(userId), listFollowedFeatures(userId)]);
  if (stored?.off) {
    const scorer = new Scorer({ interests: [], settings: [] });
    return { off: true, likes: 0, few: true, scorer, interests: [], learned: [], stored };
  }
  const learned = stored?.learnedAt ? stored : await learnFrom(userId);
  const interests = [...learned.interests, ...(stored?.brought ?? [])].map(unpackInterest);
  const scorer = new Scorer({
    interests,
    settings: withFollowed(stored?.settings ?? [], followed),
  });
  const few = learned.likes < ENOUGH && !stored?.brought.length;
  return {
    off: false,
    likes: learned.likes,
    few,
    scorer,
    interests,
    learned: learned.interests,
    stored,
  };
}

/** Adds follows as settings, unless the user has set that feature. */
function withFollowed(
  settings: Setting[],
  followed: { kind: 'author' | 'topic'; shown: string }[],
): Setting[] {
  const set = new Set(settings.map(({ kind, key }) => `${kind} ${key}`));
  const more = followed
    .map(({ kind, shown }) => ({
      kind,
      key: kind === 'author' ? authorKey(shown) : shown,
      shown,
      factor: FOLLOWED,
    }))
    .filter(({ kind, key }) => !set.has(`${kind} ${key}`));
  return [...settings, ...more];
}

/** Ranks candidates for this user, without upvoted, saved, seen and hidden papers. */
export async function rankFor(
  userId: string,
  taste: ReaderTaste,
  span?: { from: Date; to: Date },
): Promise<Candidate[]> {
  const [candidates, leftOut, filters] = await Promise.all([
    listCandidates(),
    listLeftOut(userId),
    getFilters(userId),
  ]);
  const muted = new Set(filters.topic);
  const shown = candidates.filter(
    ({ id, at, topics }) =>
      !leftOut.has(id) &&
      !topics.some((topic) => muted.has(topic)) &&
      (!span || (at > span.from.getTime() && at <= span.to.getTime())),
  );
  const byTrending = taste.few ? placesByTrending(shown) : null;
  const scores = new Map(
    shown.map(({ id, features }) => [
      id,
      taste.scorer.score(features) + DEFAULT * (byTrending?.get(id) ?? 0),
    ]),
  );
  return shown.sort(
    (a, b) =>
      (scores.get(b.id) ?? 0) - (scores.get(a.id) ?? 0) || b.trending - a.trending || b.id - a.id,
  );
}

/** Maps ranks on Trending to a range from 1 (best) to 0. */
function placesByTrending(papers: Candidate[]): Map<number, number> {
  const order = [...papers].sort((a, b) => b.trending - a.trending);
  return new Map(order.map(({ id }, at) => [id, 1 - at / Math.max(1, order.length)]));
}

/**
 * Returns the first `count` of the ranked papers from `offset` without muted words, with reasons.
 */
export async function pick(
  userId: string,
  taste: ReaderTaste,
  ranked: Candidate[],
  { offset, count }: { offset: number; count: number },
): Promise<{ id: number; why: Why }[]> {
  const filters = { ...(await getFilters(userId)), hidden: [], topic: [] };
  const found: { id: number; why: Why }[] = [];
  const start = filters.word.length > 0 ? 0 : offset;
  let skip = offset - start;
  for (let from = start; from < ranked.length && found.length < count; from += BATCH) {
    const batch = ranked.slice(from, from + BATCH);
    const wanted = filters.word.length > 0 ? batch : batch.slice(0, count);
    const papers = new Map(
      (await listTastePapers(wanted.map(({ id }) => id))).map((p) => [p.id, p]),
    );
    for (const { id, features } of wanted) {
      const paper = papers.get(id);
      if (!paper || found.length === count) continue;
      const text = () => `${plainText(paper.title)} ${plainText(paper.text)}`;
      if (foldOf({ id, topics: [], text }, filters)) continue;
      if (skip > 0) skip -= 1;
      else found.push({ id, why: taste.scorer.why(paper, features) });
    }
  }
  return found;
}

/** Returns the user's best papers listed in a span of the last 14 days, and the total number. */
export async function pickFor(
  userId: string,
  count: number,
  span?: { from: Date; to: Date },
): Promise<{ picked: { id: number; why: Why }[]; total: number }> {
  const taste = await readTaste(userId);
  if (taste.off) return { picked: [], total: 0 };
  const ranked = await rankFor(userId, taste, span);
  const picked = await pick(userId, taste, ranked, { offset: 0, count });
  return { picked, total: ranked.length };
}
