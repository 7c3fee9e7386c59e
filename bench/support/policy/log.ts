import type { Counted, LoggedHour, PaperBefore } from '@/lib/evaluation/types';
import type { List } from '@/lib/ranking/exposure';
import { chancesWithin } from '@/lib/ranking/fair-chances';
import { PRIOR } from '@/lib/ranking/trending';
import { candidatesOf, PLACES, type Watch } from '../simulation/replay';
import type { Paper } from '../simulation/world';

const PAGE = 25;

/**
 * An hour of the log, and what only a replay knows: the probability that a view leads to an upvote.
 */
export type TrueHour = LoggedHour & {
  /** At the start and the end of the hour, by paper. */
  quality: Map<number, number>;
  after: Map<number, number>;
};

export type Log = {
  watch: Watch;
  hours: TrueHour[];
  /** Papers as of the first hour. */
  papers(): PaperBefore[];
};

/** Logs the hours of a replay from `begin` on as a site does. */
export function createLog(begin: number, readers: number): Log {
  const hours: TrueHour[] = [];
  const known = new Map<number, PaperBefore>();
  const counts = new Map<number, Counted>();
  // A user who has already decided does not vote on another view.
  const qualityOf = ({ quality, decided }: Paper) =>
    Number.isFinite(readers) ? quality * (1 - decided.size / readers) : quality;

  const countOf = (paperId: number): Counted => {
    const nothing = () => ({ trending: 0, new: 0 });
    const none = { weight: 0, outsideWeight: 0, outsideExposure: 0, upvotes: 0 };
    const one = counts.get(paperId) ?? { paperId, views: nothing(), votes: nothing(), ...none };
    counts.set(paperId, one);
    return one;
  };

  const watch: Watch = {
    hour(now, { ranked, shown, newest }) {
      const last = hours.at(-1);
      if (last) {
        last.counted = [...counts.values()];
        last.after = new Map(ranked.map((paper) => [paper.id, qualityOf(paper)]));
      }
      counts.clear();
      if (now < begin) return;
      const first = ranked.slice(0, PAGE).map(({ id }) => id);
      const chances = chancesWithin(candidatesOf(ranked, now), first);
      const stand = (list: List, papers: Paper[]) =>
        papers.slice(0, PLACES).map(({ id }, i) => ({
          list,
          place: i + 1,
          paperId: id,
          chance: list === 'trending' ? (chances.get(id) ?? null) : null,
        }));
      const here = [...shown.slice(0, PLACES), ...newest];
      for (const paper of hours.length === 0 ? ranked : here) {
        if (!known.has(paper.id)) known.set(paper.id, paperBefore(paper, hours.length > 0));
      }
      hours.push({
        at: now,
        stood: [...stand('trending', shown), ...stand('new', newest)],
        counted: [],
        quality: new Map(here.map((paper) => [paper.id, qualityOf(paper)])),
        after: new Map(),
      });
    },
    view(list, { id }) {
      countOf(id).views[list]++;
    },
    vote(list, { id }) {
      const one = countOf(id);
      one.votes[list]++;
      one.weight++;
      one.upvotes++;
    },
  };
  return { watch, hours, papers: () => [...known.values()] };
}

/** The paper as of the start of the log; without a past if it was listed since. */
const paperBefore = (paper: Paper, isNew: boolean): PaperBefore => {
  const votes = isNew ? 0 : paper.votes;
  return {
    id: paper.id,
    shuffle: paper.shuffle,
    upvotes: votes,
    views: isNew ? 0 : paper.views,
    votes,
    figures: {
      weight: votes,
      exposure: isNew ? 0 : paper.exposure,
      outsideWeight: 0,
      outsideExposure: 0,
      prior: PRIOR,
      listedAt: paper.born,
    },
  };
};
