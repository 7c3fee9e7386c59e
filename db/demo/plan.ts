import type { DemoPaper } from './catalogue';
import type { DemoComment } from './discussions';
import { type Random, randomFrom } from './random';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Days that the demo covers, including today. */
export const DAYS = 10;
/** Hours after which an average paper has received 63 % of its total attention. */
const ATTENTION_HOURS = 12;
/** Total upvotes of a paper with median appeal. */
const MIDDLING = 14;
/** Factor for the upvotes of discussed papers. */
const TALKED_ABOUT = 1.7;

export type PlannedPaper = {
  paper: DemoPaper;
  submittedAt: Date;
  submittedBy: string;
  shuffle: number;
  upvotes: { reader: string; at: Date }[];
};

export type PlannedComment = Omit<DemoComment, 'after'> & { at: Date };

export type Plan = { papers: PlannedPaper[]; comments: PlannedComment[] };

/**
 * Distributes papers, upvotes and comments over the last ten days (UTC) before `now`. Deterministic
 * for the same arguments. Every day has papers, and nothing is later than `now`.
 */
export function planDemo(
  source: { papers: DemoPaper[]; comments: DemoComment[]; readers: string[] },
  { now, seed }: { now: Date; seed: number },
): Plan {
  const random = randomFrom(seed);
  const times = submissionTimes(source.papers.length, now, random);
  const discussed = new Set(source.comments.map((comment) => comment.paper));
  const papers = inOrder(source.papers, discussed, random).map((paper, i): PlannedPaper => {
    const submittedAt = times[i] as Date;
    const [submittedBy = '', ...others] = random.shuffle(source.readers);
    return {
      paper,
      submittedAt,
      submittedBy,
      shuffle: random.next(),
      upvotes: upvotesOf({
        submittedAt,
        now,
        readers: others,
        middling: MIDDLING * (discussed.has(paper.id) ? TALKED_ABOUT : 1),
        random,
      }),
    };
  });
  const submitted = new Map(papers.map((planned) => [planned.paper.id, planned.submittedAt]));
  return { papers, comments: placeComments(source.comments, submitted, now) };
}

/** Oldest first. Today gets a share by the hours that have passed, and at least two papers. */
function submissionTimes(count: number, now: Date, random: Random): Date[] {
  const midnight = Math.floor(now.getTime() / DAY) * DAY;
  const sinceMidnight = now.getTime() - midnight;
  const today = Math.max(2, Math.round(((count / DAYS) * sinceMidnight) / DAY));
  const times = Array.from({ length: count }, (_, i) => {
    if (i < today) return midnight + random.next() * sinceMidnight;
    const day = 1 + ((i - today) % (DAYS - 1));
    return midnight - day * DAY + random.next() * DAY;
  });
  return times.sort((a, b) => a - b).map((time) => new Date(time));
}

/** Random, except that discussed papers are neither the oldest nor too new to have been read. */
function inOrder(papers: DemoPaper[], discussed: Set<string>, random: Random): DemoPaper[] {
  const order = random.shuffle(papers.filter((paper) => !discussed.has(paper.id)));
  const talked = random.shuffle(papers.filter((paper) => discussed.has(paper.id)));
  const [from, to] = [papers.length * 0.3, papers.length * 0.85];
  talked.forEach((paper, i) => {
    order.splice(Math.round(from + ((to - from) * i) / talked.length), 0, paper);
  });
  return order;
}

/** The appeal is log-normal, so few papers get many votes; most votes come in the first hours. */
function upvotesOf(from: {
  submittedAt: Date;
  now: Date;
  readers: string[];
  middling: number;
  random: Random;
}): { reader: string; at: Date }[] {
  const { submittedAt, now, readers, middling, random } = from;
  const attention = ATTENTION_HOURS * HOUR;
  const seen = 1 - Math.exp(-(now.getTime() - submittedAt.getTime()) / attention);
  const appeal = middling * Math.exp(Math.min(1.6, 0.9 * random.normal()));
  const count = Math.min(readers.length, Math.round(appeal * seen));
  return random.shuffle(readers.slice(0, count)).map((reader) => ({
    reader,
    at: new Date(submittedAt.getTime() - attention * Math.log(1 - seen * random.next())),
  }));
}

/** Compresses a discussion that would extend beyond `now`. */
function placeComments(
  comments: DemoComment[],
  submitted: Map<string, Date>,
  now: Date,
): PlannedComment[] {
  const longest = new Map<string, number>();
  for (const { paper, after } of comments) {
    longest.set(paper, Math.max(after * HOUR, longest.get(paper) ?? 0));
  }
  return comments.flatMap(({ after, ...comment }) => {
    const start = submitted.get(comment.paper)?.getTime();
    if (start === undefined) return [];
    const room = (now.getTime() - start) * 0.98;
    const scale = Math.min(1, room / (longest.get(comment.paper) ?? 1));
    return [{ ...comment, at: new Date(start + after * HOUR * scale) }];
  });
}
