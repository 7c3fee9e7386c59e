import { type Database, db, type Transaction, transaction } from '@/db/client';
import {
  addAuthors,
  addToBlocks,
  addToTerms,
  addWords,
  countDocuments,
  deleteDocuments,
  listDocuments,
  listOutdated,
  listTermBlocks,
  listTexts,
  lockIndex,
  type NewDocument,
  type PaperText,
  setDeletions,
  takeQueued,
  writeDocuments,
  writeTermBlocks,
} from '@/db/queries/search-index';
import { deleteVectors, writeWordVectors } from '@/db/queries/search-vectors';
import { Changes } from './changes';
import { compoundsOf } from './compounds';
import { paperVector } from './meaning/text';
import { readPostings } from './postings';
import { deletions } from './spelling';
import { tagsOf } from './tags';
import type { IndexedDocument } from './types';
import { indexedText, isSpellable, normalized, searchableText, wordsOf } from './words';

/**
 * The version of index entries. Increment it when their content changes: while the queue is empty,
 * the indexer rewrites outdated entries, newest papers first.
 */
const INDEX_VERSION = 1;
/** Outdated entries per step: few, because new papers wait for it. */
const OUTDATED = 1_000;

/** Queue entries per step: about a block, so that few rows are written repeatedly. */
const STEP = 4_000;

/**
 * Words in fewer papers are not used for corrections: most are misspelled, and each needs some
 * thirty index entries. While there are few papers, every word is used.
 */
const ENOUGH = 3;
const SMALL = 5_000;

export type Indexed = {
  /** Papers whose entries were checked. */
  papers: number;
  /** Whether another process is indexing. */
  busy: boolean;
};

/**
 * Indexes one step of the queue, in one transaction. Only one process writes the index at a time;
 * the others return `busy`.
 */
export async function indexNext(on: Database = db(), limit = STEP): Promise<Indexed> {
  return transaction(async (tx) => {
    if (!(await lockIndex(tx))) return { papers: 0, busy: true };
    let ids = await takeQueued(tx, limit);
    if (ids.length === 0) ids = await listOutdated(tx, INDEX_VERSION, Math.min(limit, OUTDATED));
    if (ids.length > 0) await indexPapers(tx, ids);
    return { papers: ids.length, busy: false };
  }, on);
}

/** Indexes until the queue is empty, or another process is indexing; returns how many papers. */
export async function indexAll(
  on: Database = db(),
  options: { signal?: AbortSignal; onStep?: (papers: number) => void } = {},
): Promise<number> {
  let papers = 0;
  while (!options.signal?.aborted) {
    const step = await indexNext(on);
    if (step.papers === 0) break;
    papers += step.papers;
    options.onStep?.(papers);
  }
  return papers;
}

async function indexPapers(tx: Transaction, ids: number[]): Promise<void> {
  const texts = await listTexts(tx, ids);
  const before = new Map((await listDocuments(tx, ids)).map((one) => [one.paperId, one]));
  const prepared = texts.map(toDocument);
  const after = prepared.length > 0 ? await writeDocuments(tx, prepared, INDEX_VERSION) : [];
  const changes = new Changes();
  const redrawn = await writeWordVectors(
    tx,
    texts.map((paper) => ({ paperId: paper.id, vector: paperVector(paper.title, bodyOf(paper)) })),
  );
  for (const id of redrawn) changes.touch(id);
  for (const document of after) {
    const old = before.get(document.paperId);
    if (old && isSame(old, document)) continue;
    if (old) changes.remove(old);
    changes.add(document);
  }
  const there = new Set(after.map((one) => one.paperId));
  const gone = [...before.values()].filter((one) => !there.has(one.paperId));
  for (const document of gone) changes.remove(document);
  if (gone.length > 0) {
    const goneIds = gone.map((one) => one.paperId);
    await deleteDocuments(tx, goneIds);
    await deleteVectors(tx, goneIds);
  }
  await writeChanges(tx, changes);
  const fresh = new Set(ids.filter((id) => !before.has(id)));
  await learnWords(
    tx,
    prepared.filter((one) => fresh.has(one.id)),
  );
  await learnAuthors(tx, texts);
}

const isSame = (a: IndexedDocument, b: IndexedDocument): boolean =>
  a.vector === b.vector && a.tags.join(' ') === b.tags.join(' ');

/** Without an abstract, the summary is indexed. */
const bodyOf = (paper: PaperText): string => paper.abstract || (paper.summary ?? '');

function toDocument(paper: PaperText): NewDocument {
  const body = [bodyOf(paper), ...paper.keywords];
  return {
    id: paper.id,
    title: indexedText(paper.title),
    body: body.map(indexedText).join(' '),
    titleCompounds: compoundsOf(searchableText(paper.title)).join(' '),
    bodyCompounds: body.flatMap((text) => compoundsOf(searchableText(text))).join(' '),
    tags: tagsOf(paper),
  };
}

async function writeChanges(tx: Transaction, changes: Changes): Promise<void> {
  // Written in any case: searches know by it that what they keep in memory is over.
  if (changes.blocks().length > 0) await addToBlocks(tx, changes.blocks());
  const pairs = changes.pairs();
  if (pairs.length === 0) return;
  const stored = await listTermBlocks(tx, pairs);
  const before = new Map(
    stored.map(({ term, block, postings }) => [`${term} ${block}`, readPostings(postings)]),
  );
  await writeTermBlocks(tx, changes.merged(before));
  await addToTerms(tx, changes.stems());
}

async function learnWords(tx: Transaction, documents: NewDocument[]): Promise<void> {
  const papers = new Map<string, number>();
  for (const { title, body, titleCompounds, bodyCompounds } of documents) {
    for (const word of new Set(wordsOf(`${title} ${body} ${titleCompounds} ${bodyCompounds}`))) {
      if (isSpellable(word)) papers.set(word, (papers.get(word) ?? 0) + 1);
    }
  }
  if (papers.size === 0) return;
  const words = [...papers].map(([word, count]) => ({ word, papers: count }));
  const small = (await countDocuments(tx)) < SMALL;
  const learned = await addWords(tx, words, small ? 1 : ENOUGH);
  await setDeletions(
    tx,
    learned.map((word) => ({ word, deletions: deletions(word) })),
  );
}

async function learnAuthors(tx: Transaction, texts: PaperText[]): Promise<void> {
  const names = [...new Set(texts.flatMap((paper) => paper.authors))];
  const authors = names.map((name) => ({ name, words: normalized(name) }));
  if (authors.length > 0) await addAuthors(tx, authors);
}
