import { TUNING } from './tuning';
import type { Vector } from './vector';

/**
 * Scores how close together a paper has words that are adjacent in the query: for each pair the sum
 * of one over the squared distance, saturated like a term frequency (after Metzler and Croft's
 * sequential dependence model, 2005), times the rarity of the more common word.
 */
export function proximity(
  stems: string[],
  terms: Vector['terms'],
  weightOf: (term: string) => number,
): number {
  let sum = 0;
  for (let at = 0; at + 1 < stems.length; at++) {
    const [a, b] = [stems[at] ?? '', stems[at + 1] ?? ''];
    const [here, there] = [terms.get(a), terms.get(b)];
    if (a === b || !here || !there) continue;
    let near = 0;
    for (const one of here.positions) {
      for (const other of there.positions) {
        const apart = Math.abs(other - one);
        if (apart <= TUNING.reach) near += 1 / apart ** 2;
      }
    }
    sum += (Math.min(weightOf(a), weightOf(b)) * near * 1.9) / (near + 0.9);
  }
  return sum;
}
