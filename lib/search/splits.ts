import type { Executor } from '@/db/client';
import { keepWithPhrases } from '@/db/queries/search';
import { PaperSet } from './paper-set';
import { BLOCK, placeIn } from './postings';
import type { Postings } from './rank';
import { stemsByWord } from './stems';

/** More frequent words are not split: `network` is not `net work`. */
const RARE = 50;
const SHORTEST = 5;
/** Splits whose adjacency is checked, likeliest first. */
const TRIED = 2;
const MOST_PAPERS = 2_000;
const PART = /^(?:\p{N}+\p{L}?|\p{L}[\p{L}\p{N}]+)$/u;

type Split = { parts: [string, string]; stems: [string, string]; papers: number };

/** Returns every split of a word into two parts. */
export function splitsOf(word: string): [string, string][] {
  const letters = [...word];
  return letters.slice(1).flatMap((_, at): [string, string][] => {
    const parts: [string, string] = [
      letters.slice(0, at + 1).join(''),
      letters.slice(at + 1).join(''),
    ];
    return parts.every((part) => PART.test(part)) ? [parts] : [];
  });
}

/**
 * Matches rare and unknown words by their two parts if papers have these adjacent (`kvcache` for
 * "KV cache"). Adds these papers to the postings of the word's stem, and returns the stems of the
 * parts for highlighting.
 */
export async function readSplits(
  words: { word: string; stem: string; papers: number }[],
  postings: Postings,
  on: Executor,
): Promise<string[]> {
  const rare = words.filter(({ word, papers }) => papers < RARE && word.length >= SHORTEST);
  const cuts = rare.map((one) => ({ ...one, splits: splitsOf(one.word) }));
  const parts = [...new Set(cuts.flatMap(({ splits }) => splits.flat()))];
  if (parts.length === 0) return [];
  const stems = await stemsByWord(parts, on);
  const counts = await postings.index.papers([...new Set([...stems.values()].flat())]);
  const marks: string[] = [];
  for (const { stem, papers, splits } of cuts) {
    const known = splits
      .flatMap((pair): Split[] => {
        const both = pair.map((part) => stems.get(part)?.[0]);
        const [first, second] = both;
        if (!first || !second) return [];
        const least = Math.min(counts.get(first) ?? 0, counts.get(second) ?? 0);
        return least > papers ? [{ parts: pair, stems: [first, second], papers: least }] : [];
      })
      .sort((a, b) => b.papers - a.papers)
      .slice(0, TRIED);
    for (const split of known) {
      if (await addSplit(stem, split, postings, on)) {
        marks.push(...split.stems);
        break;
      }
    }
  }
  return marks;
}

async function addSplit(
  stem: string,
  { parts, stems: [first, second] }: Split,
  postings: Postings,
  on: Executor,
): Promise<boolean> {
  await postings.read([first, second]);
  const both = PaperSet.of(postings.of(first)).and(PaperSet.of(postings.of(second)));
  const ids = await keepWithPhrases(both.ids().slice(-MOST_PAPERS), [parts.join(' ')], on);
  if (ids.length === 0) return false;
  const [found, own] = [PaperSet.ofIds(ids), PaperSet.of(postings.of(stem))];
  const added = found.without(own);
  for (const one of postings.of(second)) {
    postings.extend(
      stem,
      one.filter((block, packed) => added.has(block * BLOCK + placeIn(packed))),
    );
  }
  return true;
}
