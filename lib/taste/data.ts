import { listMarked } from '@/db/queries/tastes';
import { listSummaries } from '@/lib/feeds/summaries';
import { getFilters } from '@/lib/filters/data';
import { plainText } from '@/lib/markup/plain';
import { PAGE_SIZE } from '@/lib/papers/paths';
import type { FeedPage, PaperSummary } from '@/lib/papers/types';
import { withDeadline } from '@/lib/web/deadline';
import { feedToken } from './feed-token';
import { type TasteFile, writeTaste } from './model/file';
import { pick, pickFor, rankFor, readTaste } from './ranking';
import type { Feature, Kind, Setting, Why } from './types';

/** Most pages of For you. */
export const LAST_FOR_YOU_PAGE = 20;
/** Strongest features of each kind on the page of a taste. */
const STRONGEST: Record<Kind, number> = { word: 40, author: 20, topic: 12 };
const MARKED = 100;

export type ForYouState = { off: boolean; few: boolean; likes: number };
export type ForYouPage = FeedPage & { why: Map<number, Why>; state: ForYouState };

/** Returns a range of a user's ranking of the papers of the last 14 days, each with its reasons. */
export async function pickForYou(
  userId: string,
  at: { offset: number; count: number },
): Promise<{ state: ForYouState; picked: { id: number; why: Why }[]; more: boolean }> {
  return withDeadline(async () => {
    const [taste, filters] = await Promise.all([readTaste(userId), getFilters(userId)]);
    const state = { off: taste.off, few: taste.few, likes: taste.likes };
    if (taste.off) return { state, picked: [], more: false };
    const ranked = await rankFor(userId, taste, filters);
    const picked = await pick(taste, filters, ranked, { ...at, count: at.count + 1 });
    return { state, picked: picked.slice(0, at.count), more: picked.length > at.count };
  });
}

/**
 * Returns a page of the papers of the last 14 days in the user's ranking, each with its reasons.
 */
export async function getForYou(userId: string, page: number): Promise<ForYouPage> {
  const at = { offset: (page - 1) * PAGE_SIZE, count: PAGE_SIZE };
  const { state, picked, more } = await pickForYou(userId, at);
  return {
    papers: await withDeadline(() => listSummaries(picked.map(({ id }) => id))),
    why: new Map(picked.map(({ id, why }) => [id, why])),
    state,
    page,
    more: more && page < LAST_FOR_YOU_PAGE,
  };
}

export type PickedPaper = { paper: PaperSummary; why: Why };

/**
 * Returns the user's best papers of the last 14 days with their reasons; none if For you is off.
 */
export async function listForYou(userId: string, count: number): Promise<PickedPaper[]> {
  const { picked } = await withDeadline(() => pickFor(userId, count));
  const why = new Map(picked.map((one) => [one.id, one.why]));
  const papers = await listSummaries([...why.keys()]);
  return papers.map((paper) => ({ paper, why: why.get(paper.id) as Why }));
}

/** A word, author or topic with its weight: learned, and as set by the user. */
export type Weight = Feature & { strength: number; factor: number };

export type TastePage = {
  state: ForYouState;
  learnedAt: string | null;
  interests: number;
  brought: number;
  weights: Record<Kind, Weight[]>;
  /** The token of the private feed; null without one. */
  token: string | null;
  disliked: { id: number; slug: string; title: string }[];
};

/** Returns a user's taste for its page. */
export async function getTastePage(userId: string): Promise<TastePage> {
  return withDeadline(async () => {
    const taste = await readTaste(userId);
    const { stored } = taste;
    const disliked = await listMarked(userId, 'disliked', MARKED);
    return {
      state: { off: taste.off, few: taste.few, likes: taste.likes },
      learnedAt: stored?.learnedAt?.toISOString() ?? null,
      interests: taste.interests.length,
      brought: stored?.brought.length ?? 0,
      weights: weightsOf(taste.interests, stored?.settings ?? []),
      token: stored?.feedSince ? feedToken(userId, stored.feedSince) : null,
      disliked: disliked.map((paper) => ({ ...paper, title: plainText(paper.title) })),
    };
  });
}

type Features = { features: (Feature & { weight: number })[] }[];

function weightsOf(interests: Features, settings: Setting[]): Record<Kind, Weight[]> {
  const found = new Map<string, Weight>();
  for (const { features } of interests) {
    for (const { weight, ...feature } of features) {
      const name = `${feature.kind} ${feature.key}`;
      const strength = Math.max(weight, found.get(name)?.strength ?? 0);
      if (strength > 0) found.set(name, { ...feature, strength, factor: 1 });
    }
  }
  const strongest = [...found.values()].sort((a, b) => b.strength - a.strength);
  const set = new Map(settings.map((one) => [`${one.kind} ${one.key}`, one]));
  const of = (kind: Kind): Weight[] => {
    const own = settings
      .filter((one) => one.kind === kind)
      .map((one) => ({ strength: 0, ...found.get(`${kind} ${one.key}`), ...one }));
    const others = strongest.filter((one) => one.kind === kind && !set.has(`${kind} ${one.key}`));
    return [...own, ...others.slice(0, STRONGEST[kind])];
  };
  return { word: of('word'), author: of('author'), topic: of('topic') };
}

/** Returns the user's model as a file: learned and imported interests, and the settings. */
export async function getTasteFile(userId: string): Promise<TasteFile> {
  const { stored, learned } = await withDeadline(() => readTaste(userId));
  return writeTaste([...learned, ...(stored?.brought ?? [])], stored?.settings ?? []);
}
