import { cacheLife, cacheTag } from 'next/cache';
import { listPapersByKey, type PaperKey } from '@/db/queries/api-papers';
import { onReplica } from '@/db/replicas';
import { batched } from '@/lib/base/batched';
import { commentsTag, FEEDS, paperTag } from '@/lib/base/tags';
import { type DailyQuery, readDaily } from './daily';
import { type ListQuery, readList } from './list';
import { paperMarkdown } from './markdown';
import { type Reply, reply, serialized } from './operation';
import { findPaper, paperKey } from './paper-key';
import { toPaperDetail } from './papers';
import type { DailyItem, FlatPaper, PaperDetail, SearchItem, Thread } from './schema';
import { readSearch, type SearchQuery } from './search';
import { type CommentsQuery, readThread, readThreads } from './threads';

/**
 * Cache of serialized responses for programs. Unlike a page, a response is never older than
 * `expire` seconds: a program that polls once an hour gets current data.
 */
const LIFE = { stale: 30, revalidate: 10, expire: 20 };

type Page<T> = { items: T[]; next: string | null };

const pageReply = <T>(page: Page<T> | null): Reply<T[]> | null =>
  page && reply(page.items, page.next);

export async function getDailyReply(query: DailyQuery): Promise<Reply<DailyItem[]>> {
  'use cache';
  cacheLife(LIFE);
  cacheTag(FEEDS);
  const { items, next } = await onReplica(() => readDaily(query));
  return reply(items, next);
}

export async function getSearchReply(query: SearchQuery): Promise<Reply<SearchItem[]> | null> {
  'use cache';
  cacheLife(LIFE);
  cacheTag(FEEDS);
  const found = await onReplica(() => readSearch(query));
  return found && serialized(found.items, found.next, found.version);
}

export async function getListReply(query: ListQuery): Promise<Reply<FlatPaper[]> | null> {
  'use cache';
  cacheLife(LIFE);
  cacheTag(FEEDS);
  return pageReply(await onReplica(() => readList(query)));
}

export async function getPaperReply(id: string): Promise<Reply<PaperDetail> | null> {
  'use cache';
  cacheLife(LIFE);
  cacheTag(FEEDS);
  const row = await rowOf(id);
  if (row) cacheTag(paperTag(row.id));
  return row && reply(toPaperDetail(row));
}

/** Threads that a paper's Markdown comes with. */
const THREADS_OF_MARKDOWN = 20;

export async function getMarkdownReply(id: string): Promise<Reply<string> | null> {
  'use cache';
  cacheLife(LIFE);
  cacheTag(FEEDS);
  const row = await rowOf(id);
  if (!row) return null;
  cacheTag(paperTag(row.id), commentsTag(row.id));
  const page = await onReplica(() =>
    readThreads(row, { sort: 'best', limit: THREADS_OF_MARKDOWN }),
  );
  return reply(
    paperMarkdown(row, page ? { threads: page.items, more: page.next !== null } : undefined),
  );
}

/** `no-paper` if there is none; null for a cursor of another list. */
export async function getThreadsReply(
  id: string,
  query: CommentsQuery,
): Promise<Reply<Thread[]> | 'no-paper' | null> {
  'use cache';
  cacheLife(LIFE);
  cacheTag(FEEDS);
  const paper = await onReplica(() => findPaper(id));
  if (!paper) return 'no-paper';
  cacheTag(commentsTag(paper.id), paperTag(paper.id));
  return pageReply(await onReplica(() => readThreads(paper, query)));
}

export async function getThreadReply(id: string, comment: number): Promise<Reply<Thread> | null> {
  'use cache';
  cacheLife(LIFE);
  cacheTag(FEEDS);
  const paper = await onReplica(() => findPaper(id));
  if (!paper) return null;
  cacheTag(commentsTag(paper.id), paperTag(paper.id));
  const thread = await onReplica(() => readThread(paper.id, comment));
  return thread && reply(thread);
}

/** Papers that are read at once. */
const AT_ONCE = 32;
// Chosen when the batch is read: its papers were asked for at different moments.
const paperOf = batched((keys: PaperKey[]) => onReplica(() => listPapersByKey(keys)), AT_ONCE);

async function rowOf(id: string) {
  const key = paperKey(id);
  return key && paperOf(key);
}
