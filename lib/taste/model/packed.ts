import { DIMENSIONS } from '@/lib/search/meaning/words';
import type { PaperFeatures } from './features';

/**
 * The features of a batch of papers in four buffers instead of three small arrays per paper: scoring
 * reads them in order. Those of paper `at` are from `starts[at]` to `starts[at + 1]`.
 */
export type Packed = {
  starts: Uint32Array;
  keys: Uint32Array;
  values: Float32Array;
  /** DIMENSIONS numbers per paper. */
  vectors: Float32Array;
};

/** The place of a paper's features. */
export type PackedPaper = { packed: Packed; at: number };

/** Returns the features of papers in shared buffers, in the same order. */
export function packFeatures(papers: PaperFeatures[]): Packed {
  const starts = new Uint32Array(papers.length + 1);
  papers.forEach(({ keys }, at) => {
    starts[at + 1] = (starts[at] as number) + keys.length;
  });
  const total = starts[papers.length] as number;
  const packed: Packed = {
    starts,
    keys: new Uint32Array(total),
    values: new Float32Array(total),
    vectors: new Float32Array(papers.length * DIMENSIONS),
  };
  papers.forEach(({ keys, values, vector }, at) => {
    packed.keys.set(keys, starts[at]);
    packed.values.set(values, starts[at]);
    packed.vectors.set(vector, at * DIMENSIONS);
  });
  return packed;
}

/** Returns a paper's features as views of the shared buffers. */
export function unpackFeatures(id: number, { packed, at }: PackedPaper): PaperFeatures {
  const [from, to] = [packed.starts[at], packed.starts[at + 1]];
  return {
    id,
    keys: packed.keys.subarray(from, to),
    values: packed.values.subarray(from, to),
    vector: packed.vectors.subarray(at * DIMENSIONS, (at + 1) * DIMENSIONS),
  };
}
