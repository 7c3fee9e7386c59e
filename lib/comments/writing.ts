import { db } from '@/db/client';
import { getComment } from '@/db/queries/comments';
import { findReportableComment, findReportablePaper } from '@/db/queries/reports';
import { withDeadline } from '@/lib/web/deadline';
import type { Viewer } from '@/lib/web/types';
import { refuseEditing } from './policy';

/** The subject of the page for writing without scripts. */
export type Writing = {
  paper: { id: number; slug: string; title: string };
  /** The comment to reply to or to edit, with its Markdown. */
  comment: { id: number; writer: string | null; markdown: string; revision: number } | null;
  /** Whether the viewer wrote it. */
  own: boolean;
  /** Whether the viewer may still edit it. */
  editable: boolean;
};

/** Returns a paper to comment on, or a visible comment; null for neither. */
export async function getWriting(
  viewer: Viewer | null,
  { slug, commentId }: { slug: string | null; commentId: number | null },
): Promise<Writing | null> {
  return withDeadline(async () => {
    if (commentId === null) {
      const paper = slug === null ? null : await findReportablePaper(db(), slug);
      return paper && { paper, comment: null, own: false, editable: false };
    }
    const [shown, comment] = await Promise.all([
      findReportableComment(db(), commentId),
      getComment(db(), commentId),
    ]);
    if (!shown || !comment) return null;
    const { slug: of, title, writer, id } = shown;
    return {
      paper: { id: comment.paperId, slug: of, title },
      comment: { id, writer, markdown: comment.markdown, revision: comment.revision },
      own: viewer !== null && comment.userId === viewer.id,
      editable: refuseEditing(viewer, comment) === null,
    };
  });
}
