import { dot, ofLengthOne, type PaperFeatures } from './features';
import { randomFrom } from './random';

/** Most interests of one user. */
export const MOST_INTERESTS = 4;
/** Fewest papers of an interest. */
const FEWEST = 2;
/** How much closer papers must be to their own group than to others, as a mean cosine. */
const APART = 0.2;
const ROUNDS = 8;

/**
 * Clusters liked papers by their vectors (spherical k-means, Dhillon and Modha 2001), with as many
 * groups as are clearly separated.
 */
export function groupLikes(papers: PaperFeatures[]): PaperFeatures[][] {
  let groups = [papers];
  for (let count = 2; count <= MOST_INTERESTS && papers.length >= FEWEST * count; count++) {
    const more = kMeans(papers, count);
    if (more.some((group) => group.length < FEWEST) || apart(more) < APART) break;
    groups = more;
  }
  return groups;
}

const centre = (group: PaperFeatures[]): Float32Array => ofLengthOne(sumOf(group));

function sumOf(group: PaperFeatures[]): Float32Array {
  const sum = new Float32Array(group[0]?.vector.length ?? 0);
  for (const { vector } of group) {
    for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] as number) + (vector[at] as number);
  }
  return sum;
}

/** Returns the mean cosine within groups minus that between groups. */
function apart(groups: PaperFeatures[][]): number {
  const sums = groups.map(sumOf);
  let [within, pairs] = [0, 0];
  groups.forEach(({ length }, at) => {
    const sum = sums[at] as Float32Array;
    within += dot(sum, sum) - length;
    pairs += length * (length - 1);
  });
  const all = sumOf(groups.flat());
  const count = groups.reduce((total, { length }) => total + length, 0);
  const between = dot(all, all) - count - within;
  return within / pairs - between / (count * (count - 1) - pairs);
}

function kMeans(papers: PaperFeatures[], count: number): PaperFeatures[][] {
  const random = randomFrom(count);
  // Initial centers are far apart: each is the paper least similar to the previous ones.
  const first = papers[Math.floor(random() * papers.length)] as PaperFeatures;
  const centres = [first.vector];
  while (centres.length < count) centres.push(farthest(papers, centres).vector);
  let groups: PaperFeatures[][] = [];
  for (let round = 0; round < ROUNDS; round++) {
    groups = centres.map(() => []);
    for (const paper of papers) (groups[nearest(paper, centres)] as PaperFeatures[]).push(paper);
    groups.forEach((group, at) => {
      if (group.length > 0) centres[at] = centre(group);
    });
  }
  return groups;
}

const likeness = ({ vector }: PaperFeatures, centres: Float32Array[]): number =>
  Math.max(...centres.map((middle) => dot(vector, middle)));

const farthest = (papers: PaperFeatures[], centres: Float32Array[]): PaperFeatures =>
  papers.reduce((best, paper) =>
    likeness(paper, centres) < likeness(best, centres) ? paper : best,
  );

function nearest({ vector }: PaperFeatures, centres: Float32Array[]): number {
  const scores = centres.map((middle) => dot(vector, middle));
  return scores.indexOf(Math.max(...scores));
}
