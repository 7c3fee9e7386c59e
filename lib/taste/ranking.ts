import { listFollowedFeatures, listLeftOut, listTastePapers } from '@/db/queries/taste-papers';
import { getTaste } from '@/db/queries/tastes';
import { getFilters } from '@/lib/filters/data';
import { foldOf } from '@/lib/filters/matching';
import type { Filters } from '@/lib/filters/types';
import { plainText } from '@/lib/markup/plain';
import { type Candidate, listCandidates } from './candidates';
import { learnFrom } from './learning';
import { authorKey } from './model/features';
import { unpackInterest } from './model/file';
import { unpackFeatures } from './model/packed';
import { Scorer } from './model/scorer';
import { LazyOrder } from './order';
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

/** A user's ranking, of which only the first papers are put in order. */
export type Ranking = { length: number; slice(from: number, to: number): Candidate[] };

/** Ranks candidates for this user, without upvoted, saved, seen and hidden papers. */
export async function rankFor(
  userId: string,
  taste: ReaderTaste,
  filters: Filters,
  span?: { from: Date; to: Date },
): Promise<Ranking> {
  const [candidates, leftOut] = await Promise.all([listCandidates(), listLeftOut(userId)]);
  const shown = candidates.filter(
    ({ id, at, topics }) =>
      !leftOut.has(id) &&
      !filters.topic.some((topic) => topics.includes(topic)) &&
      (!span || (at > span.from.getTime() && at <= span.to.getTime())),
  );
  return orderOf(shown, taste);
}

/** Orders papers by a taste, then by Trending. */
export function orderOf(
  papers: Candidate[],
  { scorer, few }: Pick<ReaderTaste, 'scorer' | 'few'>,
): Ranking {
  const scores = Float64Array.from(papers, ({ features }) => scorer.scorePacked(features));
  if (few) {
    for (const [at, place] of placesByTrending(papers).entries()) {
      scores[at] = (scores[at] as number) + DEFAULT * place;
    }
  }
  const paper = (at: number) => papers[at] as Candidate;
  const order = new LazyOrder(papers.length, (a, b) => {
    const ahead =
      (scores[a] as number) - (scores[b] as number) ||
      paper(a).trending - paper(b).trending ||
      paper(a).id - paper(b).id;
    return ahead > 0;
  });
  return { length: papers.length, slice: (from, to) => order.slice(from, to).map(paper) };
}

/** Returns each paper's rank on Trending as a number from 1 (best) to 0. */
function placesByTrending(papers: Candidate[]): Float64Array {
  const order = papers.map(({ trending }, at) => ({ trending, at }));
  order.sort((a, b) => b.trending - a.trending);
  const places = new Float64Array(papers.length);
  order.forEach(({ at }, rank) => {
    places[at] = 1 - rank / order.length;
  });
  return places;
}

/**
 * Returns the first `count` of the ranked papers from `offset` without muted words, with reasons.
 */
export async function pick(
  taste: ReaderTaste,
  { word }: Filters,
  ranked: Ranking,
  { offset, count }: { offset: number; count: number },
): Promise<{ id: number; why: Why }[]> {
  const filters = { hidden: [], topic: [], word };
  const found: { id: number; why: Why }[] = [];
  const start = word.length > 0 ? 0 : offset;
  let skip = offset - start;
  const step = word.length > 0 ? BATCH : Math.min(BATCH, count);
  for (let from = start; from < ranked.length && found.length < count; from += step) {
    const batch = ranked.slice(from, from + step);
    const papers = new Map(
      (await listTastePapers(batch.map(({ id }) => id))).map((p) => [p.id, p]),
    );
    for (const { id, features } of batch) {
      const paper = papers.get(id);
      if (!paper || found.length === count) continue;
      const text = () => `${plainText(paper.title)} ${plainText(paper.text)}`;
      if (foldOf({ id, topics: [], text }, filters)) continue;
      if (skip > 0) skip -= 1;
      else found.push({ id, why: taste.scorer.why(paper, unpackFeatures(id, features)) });
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
  const [taste, filters] = await Promise.all([readTaste(userId), getFilters(userId)]);
  if (taste.off) return { picked: [], total: 0 };
  const ranked = await rankFor(userId, taste, filters, span);
  const picked = await pick(taste, filters, ranked, { offset: 0, count });
  return { picked, total: ranked.length };
}
