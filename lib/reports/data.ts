import { db } from '@/db/client';
import {
  findReportableCollection,
  findReportableComment,
  findReportablePaper,
  getOwnReport,
  listOpenReports,
} from '@/db/queries/reports';
import { withDeadline } from '@/lib/web/deadline';
import type { ReportInput } from './schema';
import type { Reportable, ReportCase, ReportSubject } from './types';

/**
 * Returns the subject of a report at an address, with the viewer's own open report of it; or null.
 */
export async function getReportable(
  viewerId: string | null,
  { comment, paper, collection }: Pick<ReportInput, 'comment' | 'paper' | 'collection'>,
) {
  return withDeadline(async () => {
    const own = async (subject: ReportSubject) =>
      viewerId === null ? null : getOwnReport(db(), viewerId, subject);
    if (comment !== undefined) {
      const found = await findReportableComment(db(), comment);
      if (!found) return null;
      const about: Reportable = { kind: 'comment', ...found };
      return { about, own: await own({ commentId: found.id }) };
    }
    if (collection !== undefined) {
      const found = await findReportableCollection(db(), collection);
      if (!found) return null;
      const { id, ...shown } = found;
      const about: Reportable = { kind: 'collection', ...shown };
      return { about, own: await own({ collectionId: id }) };
    }
    const found = paper === undefined ? null : await findReportablePaper(db(), paper);
    if (!found) return null;
    const about: Reportable = { kind: 'paper', slug: found.slug, title: found.title };
    return { about, own: await own({ paperId: found.id }) };
  });
}

/** Most reports in the queue, oldest first. */
const MOST = 200;

/** Returns the queue of open reports, by subject, the longest waiting first. */
export async function listCases(): Promise<{ cases: ReportCase[]; more: boolean }> {
  const rows = await withDeadline(() => listOpenReports(db(), MOST + 1));
  const cases = new Map<string, ReportCase>();
  for (const row of rows.slice(0, MOST)) {
    const { commentId, collectionId, paperId } = row;
    const subject =
      commentId !== null
        ? `comment:${commentId}`
        : collectionId !== null
          ? `collection:${collectionId}`
          : `paper:${paperId}`;
    const found = cases.get(subject) ?? { ...toCase(row), subject };
    const { by, reason, words, at } = row;
    found.reports.push({ by, reason, words, at });
    cases.set(subject, found);
  }
  return { cases: [...cases.values()], more: rows.length > MOST };
}

function toCase(row: Awaited<ReturnType<typeof listOpenReports>>[number]) {
  const { slug, title, removed, locked, commentId, markdown, html, writtenAt, deleted, hidden } =
    row;
  const { key, name, description, collectionHidden } = row;
  const comment =
    commentId !== null && markdown !== null && html !== null && writtenAt !== null
      ? { id: commentId, markdown, html, createdAt: writtenAt, deleted, hidden }
      : null;
  const reader =
    row.handle !== null && row.since !== null
      ? { handle: row.handle, since: row.since, banned: row.banned }
      : null;
  const paper = slug !== null && title !== null ? { slug, title, removed, locked } : null;
  const collection =
    key !== null && name !== null
      ? { key, name, description: description ?? '', hidden: collectionHidden }
      : null;
  return { paper, collection, comment, reader, reports: [] };
}
