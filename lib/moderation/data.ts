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
import { env } from '@/lib/base/env';
import { parseArxivId } from '@/lib/identifiers/arxiv';
import { LAST_PAGE, SLUG } from '@/lib/papers/paths';
import { anyHandle } from '@/lib/people/schema';
import { withDeadline } from '@/lib/web/deadline';
import { lookForPatterns } from './looking';
import { whyNotMerge } from './merging';
import { evidenceOf, withEvidence } from './patterns';
import { type LogNames, namesModerator, namesReader } from './policy';
import { type LogEntry, type LogPage, MODERATION, type Pattern } from './types';

/** Minutes after which a look at the votes is too old to show: the job that looks does not run. */
const STALE = 180;

export type Look = { at: string; patterns: Pattern[] };

/**
 * What stood out in the votes at the latest look, for moderators only; those put aside at the end.
 * What was excluded or taken back since is left out. Without a look that is young enough, looks.
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

/** Entries on one page of the public log. */
const ENTRIES = 50;

/** A page of the public log, newest first. */
export async function getLog(page: number): Promise<LogPage> {
  'use cache';
  cacheLife('public');
  cacheTag(MODERATION);
  const at = { limit: ENTRIES + 1, offset: (page - 1) * ENTRIES };
  const names = env().LOG_NAMES;
  const rows = await withDeadline(() => listLog(db(), at));
  const entries = rows.slice(0, ENTRIES).map((row) => toEntry(row, names));
  return { entries, page, more: rows.length > ENTRIES && page < LAST_PAGE };
}

/** An entry as everybody may see it. */
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

/** What moderators have done that still holds, and can be taken back. */
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

/** Entries of the log that the page about a reader lists. */
const OF_READER = 20;

/** Votes that the page about one paper or one reader lists. */
const LATEST = 100;

/**
 * What merging would do: both papers, what counts once, and why it is not possible, if so. `asked`
 * is an address or identifier in any form; a paper that is merged itself stands for its other one.
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

/** Everybody with a role. */
export const getStaff = () =>
  withDeadline(async () => (await listStaff(db())).filter(({ role }) => role !== 'member'));

/** A paper as moderators see it, with its latest votes; null when there is none. */
export async function getPaperCase(slug: string) {
  return withDeadline(async () => {
    const paper = await findPaperCase(db(), slug);
    if (!paper) return null;
    const votes = await listLatestVotes(db(), { paperId: paper.id }, LATEST);
    return { paper, evidence: evidenceOf(votes) };
  });
}

/** A collection as moderators see it: one that is not private, or hidden; null for any other. */
export async function getCollectionCase(key: string) {
  const found = await withDeadline(() => getCollectionByKey(key));
  return found && (found.hidden || found.visibility !== 'private') ? found : null;
}

/** A comment as moderators see it, hidden or not; null when there is none. */
export const getCommentCase = (id: number) => withDeadline(() => findCommentCase(db(), id));

/**
 * A reader as moderators see one, with the latest votes and entries of the log; null for a handle
 * that nobody has, whatever is asked for.
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

/** Entries of the moderators' queues are counted up to here: then there are many. */
const MANY_WAITING = 100;

/** How much waits for moderators. */
export const countDesk = (): Promise<number> =>
  withDeadline(() => countWaiting(db(), MANY_WAITING));
