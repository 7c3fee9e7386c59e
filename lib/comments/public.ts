import type { CommentRow } from '@/db/queries/comments';
import type { PublicComment } from './types';

/** The public projection: of a comment that is gone neither text nor author leaves the server. */
export function toPublic(row: CommentRow): PublicComment {
  const state = row.hiddenAt ? 'hidden' : row.deletedAt ? 'deleted' : 'visible';
  const shown = state === 'visible';
  return {
    id: row.id,
    parentId: row.parentId,
    state,
    author: shown && row.handle ? { handle: row.handle, name: row.name } : null,
    html: shown ? row.html : '',
    createdAt: row.createdAt.toISOString(),
    editedAt: shown ? (row.editedAt?.toISOString() ?? null) : null,
    revision: shown ? row.revision : 0,
  };
}
