import { BEGIN, DAY, HOUR, type Paper } from './world';

/** Simultaneous upvotes for a paper that few users would upvote. */
export type Crowd = {
  votes: number;
  /** Hours since the paper was listed. */
  age: number;
  /** How many of them count as list votes; the others count as outside votes. */
  onList: number;
};

/** Days of the replay on which the crowd comes, for another paper each time. */
const DAYS = [22, 26, 30, 34, 38];
/** The probability that a user upvotes one of these papers: a sixth of the median paper's. */
const QUALITY = 0.005;
const PLACES = 25;

/** Measures the average hours that papers with a crowd stay among the first 25 afterwards. */
export function createCrowd(crowd: Crowd | undefined, papers: Paper[]) {
  const all = crowd ? DAYS.map((day) => begin(crowd, papers, BEGIN + day * DAY)) : [];
  for (const { paper } of all) paper.quality = QUALITY;
  let held = 0;

  return {
    /** Returns the papers whose crowd arrives now, each once. */
    arriving(now: number): Paper[] {
      const due = all.filter((one) => !one.came && now >= one.at);
      for (const one of due) one.came = true;
      return due.map(({ paper }) => paper);
    },
    /** Call once an hour. */
    look(ranked: Paper[]): void {
      for (const { paper, came } of all) {
        if (came && ranked.indexOf(paper) >= 0 && ranked.indexOf(paper) < PLACES) held++;
      }
    },
    hours: (): number => held / DAYS.length,
  };
}

function begin(crowd: Crowd, papers: Paper[], at: number) {
  const born = at - crowd.age * HOUR;
  const paper = papers.find((one) => one.born >= born);
  if (!paper) throw new RangeError('The replay is too short for a crowd');
  return { paper, at: paper.born + crowd.age * HOUR, came: false };
}
