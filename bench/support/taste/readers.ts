import { authorKey } from '@/lib/taste/model/features';
import { randomFrom } from '@/lib/taste/model/random';
import type { DatedPaper } from './papers';

/** A synthetic user: liked papers, the papers to find, and the candidates. */
export type Case = {
  likes: DatedPaper[];
  wanted: Set<number>;
  among: DatedPaper[];
  /** Names removed from all papers; the user's own would give the answer away. */
  hidden: Set<string>;
};

function byAuthor(papers: DatedPaper[], least: number): Map<string, DatedPaper[]> {
  const found = new Map<string, DatedPaper[]>();
  for (const paper of papers) {
    for (const key of new Set(paper.authors.map(authorKey))) {
      found.set(key, [...(found.get(key) ?? []), paper]);
    }
  }
  return new Map([...found].filter(([, own]) => own.length >= least));
}

const without = (papers: DatedPaper[], likes: DatedPaper[]): DatedPaper[] => {
  const liked = new Set(likes.map(({ id }) => id));
  return papers.filter(({ id }) => !liked.has(id));
};

/** Each paper of each author is to be found from the author's others, among all papers. */
export function leaveOneOut(papers: DatedPaper[], least = 2): Case[] {
  return [...byAuthor(papers, least)].flatMap(([name, own]) =>
    own.map((wanted) => {
      const likes = own.filter((paper) => paper !== wanted);
      const hidden = new Set([name]);
      return { likes, wanted: new Set([wanted.id]), among: without(papers, likes), hidden };
    }),
  );
}

/** Each author's later papers are to be found from the earlier ones, among later papers. */
export function inTimeOrder(papers: DatedPaper[], least = 2): Case[] {
  return [...byAuthor(papers, least)].flatMap(([name, own]) => {
    const times = [...new Set(own.map(({ at }) => at))].sort((a, b) => a - b);
    return times.slice(1).map((from) => {
      const wanted = new Set(own.filter(({ at }) => at === from).map(({ id }) => id));
      const likes = own.filter(({ at }) => at < from);
      return {
        likes,
        wanted,
        among: papers.filter(({ at }) => at >= from),
        hidden: new Set([name]),
      };
    });
  });
}

/** Two authors as one user: a paper of either is to be found from the others of both. */
export function ofTwo(papers: DatedPaper[], count: number, least = 4): Case[] {
  const authors = [...byAuthor(papers, least)];
  const random = randomFrom(5);
  const pick = () => authors[Math.floor(random() * authors.length)] as (typeof authors)[number];
  return Array.from({ length: count }, () => {
    const [[one, own], [other, theirs]] = [pick(), pick()];
    const wanted = own[Math.floor(random() * own.length)] as DatedPaper;
    const likes = [...new Set([...own, ...theirs])].filter((paper) => paper !== wanted);
    const hidden = new Set([one, other]);
    return { likes, wanted: new Set([wanted.id]), among: without(papers, likes), hidden };
  });
}
