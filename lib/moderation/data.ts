import { cacheLife, cacheTag } from 'next/cache';
import { db } from '@/db/client';
import { getCollectionByKey } from '@/db/queries/collections';
import { countWaiting } from '@/db/queries/desk';
import { countBoth, getMergeable } from '@/db/queries/merging';
import { type LogRow, listLog } from '@/db/queries/moderation';
import {
  getCommentCase as findCommentCase,
  listHiddenCollections,
  listHiddenComments,
  listLockedPapers,
} from '@/db/queries/moderation-comments';
import {
  getPaperCase as findPaperCase,
  getReaderCase as findReaderCase,
  listBannedReaders,
  listExclusionsInForce,
  listLimitedReaders,
  listRemovedPapers,
  listStaff,
} from '@/db/queries/moderation-desk';
import {
  getLook,
  listDismissals,
  listLatestVotes,
  listVoteFacts,
  PATIENCE,
} from '@/db/queries/moderation-patterns';
import { getSourcePictureState } from '@/db/queries/source-pictures';
import { env } from '@/lib/base/env';
import { parseArxivId } from '@/lib/identifiers/arxiv';
import { LAST_PAGE, SLUG } from '@/lib/papers/paths';
import { anyHandle } from '@/lib/people/schema';
import { withDeadline } from '@/lib/web/deadline';
import { publicRead } from '@/lib/web/public-read';
import { lookForPatterns } from './looking';
import { whyNotMerge } from './merging';
import { evidenceOf, withEvidence } from './patterns';
import { type LogNames, namesModerator, namesReader } from './policy';
import { type LogEntry, type LogPage, MODERATION, type Pattern } from './types';

/** Minutes after which stored patterns are stale, because the job does not run. */
const STALE = 180;

export type Look = { at: string; patterns: Pattern[] };

/**
 * Returns the stored patterns for moderators, dismissed ones last, without votes that were excluded
 * or withdrawn since. Searches again if they are stale.
 */
export async function listPatterns(): Promise<Look> {
  const found = await withDeadline(() => getLook(db(), STALE));
  if (!found) await withDeadline(() => lookForPatterns(), 2 * PATIENCE);
  return withDeadline(async () => {
    const { at, findings } = found ??
      (await getLook(db(), STALE)) ?? { at: new Date(), findings: [] };
    const [facts, dismissals] = await Promise.all([
      listVoteFacts(
        db(),
        findings.flatMap((finding) => finding.votes),
      ),
      listDismissals(
        db(),
        findings.map((finding) => finding.key),
      ),
    ]);
    const factOf = new Map(facts.map((fact) => [`${fact.paperId}:${fact.userId}`, fact]));
    const patterns = findings.flatMap((finding) => {
      const row = dismissals.find(({ key }) => key === finding.key);
      const still = row && finding.count < row.votes * 2;
      const dismissed = still ? { reason: row.reason, by: row.by, at: row.at } : null;
      return withEvidence(finding, factOf, dismissed) ?? [];
    });
    patterns.sort((a, b) => Number(a.dismissed !== null) - Number(b.dismissed !== null));
    return { at: at.toISOString(), patterns };
  });
}

/** Entries per page of the public log. */
const ENTRIES = 50;

/** Returns a page of the public log, newest first. */
export async function getLog(page: number): Promise<LogPage> {
  'use cache';
  cacheLife('public');
  cacheTag(MODERATION);
  const at = { limit: ENTRIES + 1, offset: (page - 1) * ENTRIES };
  const names = env().LOG_NAMES;
  const rows = await publicRead(() => listLog(db(), at));
  const entries = rows.slice(0, ENTRIES).map((row) => toEntry(row, names));
  return { entries, page, more: rows.length > ENTRIES && page < LAST_PAGE };
}

/** Returns the public form of an entry. */
const toEntry = (
  { slug, title, removed, createdAt, by, bySite, ...row }: LogRow,
  names: LogNames,
): LogEntry => ({
  ...row,
  at: createdAt.toISOString(),
  by: bySite ? 'the site' : by && namesModerator(names) ? `@${by}` : 'a moderator',
  reader: namesReader(row.action, names) ? row.reader : null,
  named: namesReader(row.action, names),
  paper: slug !== null && title !== null ? { slug, title, removed } : null,
});

/** Returns the acts of moderators that are in force and can be reversed. */
export async function getInForce() {
  return withDeadline(async () => {
    const [removed, banned, limited, excluded, hidden, locked, collections] = await Promise.all([
      listRemovedPapers(db()),
      listBannedReaders(db()),
      listLimitedReaders(db()),
      listExclusionsInForce(db()),
      listHiddenComments(db()),
      listLockedPapers(db()),
      listHiddenCollections(db()),
    ]);
    return { removed, banned, limited, excluded, hidden, locked, collections };
  });
}

/** Log entries on the page about a user. */
const OF_READER = 20;

/** Votes on the page about a paper or a user. */
const LATEST = 100;

/**
 * Previews a merge: both papers, votes that would count once, and why it is not possible, if so.
 * `asked` is an address or identifier in any form; a merged paper is replaced by its target.
 */
export async function getMergePreview(slug: string, asked: string) {
  return withDeadline(async () => {
    const from = await getMergeable(db(), slug);
    const named = parseArxivId(asked)?.id ?? asked.trim().split('/').at(-1) ?? '';
    const found = SLUG.test(named) ? await getMergeable(db(), named) : null;
    const into = found?.mergedInto ? await getMergeable(db(), found.mergedInto) : found;
    if (!from || !into) return { from, into, both: 0, problem: null };
    const both = await countBoth(db(), { from: from.id, into: into.id });
    return { from, into, both, problem: whyNotMerge(from, into) };
  });
}

/** Returns all users with a role. */
export const getStaff = () =>
  withDeadline(async () => (await listStaff(db())).filter(({ role }) => role !== 'member'));

/** Returns a paper for moderators, with its latest votes; null if there is none. */
export async function getPaperCase(slug: string) {
  return withDeadline(async () => {
    const paper = await findPaperCase(db(), slug);
    if (!paper) return null;
    const [votes, picture] = await Promise.all([
      listLatestVotes(db(), { paperId: paper.id }, LATEST),
      getSourcePictureState(paper.id),
    ]);
    return { paper, picture, evidence: evidenceOf(votes) };
  });
}

/** Returns a collection for moderators: one that is not private, or hidden; null for any other. */
export async function getCollectionCase(key: string) {
  const found = await withDeadline(() => getCollectionByKey(key));
  return found && (found.hidden || found.visibility !== 'private') ? found : null;
}

/** Returns a comment for moderators, hidden or not; null if there is none. */
export const getCommentCase = (id: number) => withDeadline(() => findCommentCase(db(), id));

/**
 * Returns a user for moderators, with the latest votes and log entries; null for an unknown or
 * malformed handle.
 */
export async function getReaderCase(asked: string) {
  const handle = anyHandle.safeParse(asked);
  if (!handle.success) return null;
  return withDeadline(async () => {
    const reader = await findReaderCase(db(), handle.data);
    if (!reader) return null;
    const [votes, log] = await Promise.all([
      listLatestVotes(db(), { userId: reader.id }, LATEST),
      listLog(db(), { limit: OF_READER, offset: 0, userId: reader.id }),
    ]);
    const entries = log.map((row) => toEntry(row, 'all'));
    return { reader, evidence: evidenceOf(votes), entries };
  });
}

/** Maximum count of entries in the moderators' queues; beyond it, there are just many. */
const MANY_WAITING = 100;

/** Returns how many entries wait for moderators. */
export const countDesk = (): Promise<number> =>
  withDeadline(() => countWaiting(db(), MANY_WAITING));
