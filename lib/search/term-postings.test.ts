import { describe, expect, it } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { PaperSet } from './paper-set';
import { BLOCK, LENGTHS, lengthCode, packPosting, placeIn } from './postings';
import { type Ranked, Scores } from './scores';
import { type Lengths, type Piece, TermPostings } from './term-postings';
import { TUNING } from './tuning';

const lengthOf = (id: number) => 40 + ((id * 37) % 300);
type Counts = { offset: number; title: number; body: number };

const pack = (block: number, all: Counts[]): Piece => ({
  block,
  postings: Uint32Array.from(all, (one) =>
    packPosting({ ...one, length: lengthOf(block * BLOCK + one.offset) }),
  ).sort(),
});

const counts = fc
  .record({
    offset: fc.integer({ min: 0, max: BLOCK - 1 }),
    // Small ones, each border of a code, and the most that is stored.
    title: fc.oneof(fc.nat(1), fc.constantFrom(3, 4, 15)),
    body: fc.oneof(fc.nat(4), fc.constantFrom(62, 63, 64, 255)),
  })
  .filter(({ title, body }) => title + body > 0);
const few = fc.uniqueArray(counts, { selector: ({ offset }) => offset, maxLength: 40 });
/** Each place but those of one residue, so that a block has more papers than places. */
const many = fc.tuple(fc.integer({ min: 2, max: 9 }), few).map(([step, some]) => {
  const own = new Map(some.map((one) => [one.offset, one]));
  return Array.from({ length: BLOCK }, (_, offset) => offset)
    .filter((offset) => offset % step > 0 || own.has(offset))
    .map((offset) => own.get(offset) ?? { offset, title: 0, body: 1 + (offset % 3) });
});
const term = fc
  .array(fc.oneof({ weight: 3, arbitrary: few }, { weight: 1, arbitrary: many }), { maxLength: 4 })
  .map((blocks) => blocks.map((all, at) => pack(3 * at, all)));

const plain = (pieces: Iterable<Piece>) =>
  Array.from(pieces, ({ block, postings }) => ({ block, postings: [...postings] }))
    .filter(({ postings }) => postings.length > 0)
    .sort((a, b) => a.block - b.block);
const idsOf = (pieces: Piece[]) =>
  pieces.flatMap(({ block, postings }) =>
    Array.from(postings, (packed) => block * BLOCK + placeIn(packed)),
  );

describe('postings in memory', () => {
  it('are those that were read', () => {
    fc.assert(
      fc.property(term, (pieces) => {
        const kept = TermPostings.of(pieces, new Map());
        expect(plain(kept.pieces())).toEqual(plain(pieces));
        expect(kept.papers).toBe(idsOf(pieces).length);
        expect(PaperSet.of([kept]).ids()).toEqual(idsOf(pieces));
      }),
      { numRuns: 40 },
    );
  });

  it('can be limited, and have blocks replaced', () => {
    fc.assert(
      fc.property(term, term, (pieces, fresh) => {
        const kept = TermPostings.of(pieces, new Map());
        const even = kept.filter((block, packed) => block % 2 === 0 && placeIn(packed) % 2 === 0);
        expect(PaperSet.of([even]).ids()).toEqual(
          idsOf(pieces).filter((id) => Math.floor(id / BLOCK) % 2 === 0 && id % 2 === 0),
        );
        const changed = new Set([0, 6]);
        const wanted = [
          ...pieces.filter(({ block }) => !changed.has(block)),
          ...fresh.filter(({ block }) => changed.has(block)),
        ];
        const replaced = kept.replace(
          changed,
          fresh.filter(({ block }) => changed.has(block)),
        );
        expect(plain(replaced.pieces())).toEqual(plain(wanted));
        expect(replaced.papers).toBe(idsOf(wanted).length);
      }),
      { numRuns: 40 },
    );
  });

  it('give the same scores as the formula, paper by paper', () => {
    const average = 150;
    fc.assert(
      fc.property(fc.array(term, { minLength: 1, maxLength: 3 }), (terms) => {
        const lengths: Lengths = new Map();
        const scores = new Scores(average);
        const wanted = new Map<number, number>();
        for (const [at, pieces] of terms.entries()) {
          const weight = 1 / (at + 1);
          scores.add(TermPostings.of(pieces, lengths), weight);
          for (const { block, postings } of pieces) {
            for (const packed of postings) {
              const id = block * BLOCK + placeIn(packed);
              const often = TUNING.title * ((packed >>> 16) & 15) + ((packed >>> 8) & 255);
              const length = LENGTHS[lengthCode(lengthOf(id))] ?? 0;
              const { k1, b } = TUNING;
              const share = k1 * (1 - b + (b * length) / average);
              const score = (weight * (k1 + 1) * often) / (often + share);
              wanted.set(id, Math.fround((wanted.get(id) ?? 0) + score));
            }
          }
        }
        const best: Ranked[] = [...wanted].map(([id, score]) => ({ id, score }));
        best.sort((a, b) => b.score - a.score || b.id - a.id);
        expect(scores.best(500)).toEqual(best.slice(0, 500));
      }),
      { numRuns: 40 },
    );
  });
});
