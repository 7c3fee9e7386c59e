import { DIMENSIONS } from '@/lib/search/meaning/words';
import type { PackedPaper } from './packed';
import type { Linear } from './regression';

/** Places of the hash table per weight. */
const ROOM = 4;
/** Mask of the last bits of a key by which most features without a weight are told: 16 kB. */
const SEEN = 2 ** 14 - 1;

/**
 * Linear models compiled for many papers: the weights of all models by one hash table with open
 * addressing, so that a paper's features are looked up once. Adds up in the order of `scoreOf`, so
 * the scores are equal to the last bit.
 */
export class CompiledModels {
  /** Whether a key with these last bits has a weight. */
  private readonly seen = new Uint8Array(SEEN + 1);
  private readonly mask: number;
  /** Row of weights at a place of the table plus one; 0 if the place is empty. */
  private readonly rows: Int32Array;
  private readonly keys: Uint32Array;
  private readonly weights: Float64Array;
  private readonly sums: Float64Array;

  constructor(private readonly models: Linear[]) {
    const known = [...new Set(models.flatMap(({ weights }) => [...weights.keys()]))];
    const size = 2 ** Math.ceil(Math.log2(ROOM * (known.length + 1)));
    this.mask = size - 1;
    this.rows = new Int32Array(size);
    this.keys = new Uint32Array(size);
    this.weights = new Float64Array(known.length * models.length);
    this.sums = new Float64Array(models.length);
    known.forEach((key, row) => {
      let place = placeOf(key, this.mask);
      while (this.rows[place] !== 0) place = (place + 1) & this.mask;
      this.rows[place] = row + 1;
      this.keys[place] = key;
      this.seen[key & SEEN] = 1;
      models.forEach(({ weights }, model) => {
        this.weights[row * models.length + model] = weights.get(key) ?? 0;
      });
    });
  }

  /** Returns a paper's best score by one of the models. */
  best({ packed: { starts, keys, values, vectors }, at }: PackedPaper): number {
    const { models, sums, seen } = this;
    for (let model = 0; model < sums.length; model++) sums[model] = models[model]?.bias as number;
    const end = starts[at + 1] as number;
    for (let n = starts[at] as number; n < end; n++) {
      const key = keys[n] as number;
      // Nearly all features have no weight, and end here.
      if (seen[key & SEEN] === 0) continue;
      const row = this.rowOf(key);
      if (row >= 0) this.add(row, values[n] as number);
    }
    let best = Number.NEGATIVE_INFINITY;
    for (let model = 0; model < sums.length; model++) {
      const { vector } = models[model] as Linear;
      const score = plusDot(sums[model] as number, vector, vectors, at * DIMENSIONS);
      if (score > best) best = score;
    }
    return best;
  }

  /** Returns the row of weights of a key; -1 for none. */
  private rowOf(key: number): number {
    const { rows, keys, mask } = this;
    let place = placeOf(key, mask);
    while (rows[place] !== 0 && keys[place] !== key) place = (place + 1) & mask;
    return (rows[place] as number) - 1;
  }

  private add(row: number, value: number): void {
    const { sums, weights } = this;
    const from = row * sums.length;
    for (let model = 0; model < sums.length; model++) {
      sums[model] = (sums[model] as number) + (weights[from + model] as number) * value;
    }
  }
}

/** Hashes are even in all bits but for neighbours, which the multiplication spreads. */
const placeOf = (key: number, mask: number): number => (Math.imul(key, 0x9e3779b1) >>> 7) & mask;

function plusDot(start: number, vector: Float32Array, vectors: Float32Array, from: number): number {
  let sum = start;
  for (let n = 0; n < vector.length; n++) {
    sum += (vector[n] as number) * (vectors[from + n] as number);
  }
  return sum;
}
