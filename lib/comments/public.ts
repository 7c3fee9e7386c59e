import type { ThreadRow } from '@/db/queries/threads';
import { isReaction } from '@/lib/comments/reaction-kinds';
import type { PublicComment } from './types';

/**
 * Returns the public projection: neither text nor author of a deleted or hidden comment leaves the
 * server.
 */
export function toPublic(row: ThreadRow): PublicComment {
  const state = row.hiddenAt ? 'hidden' : row.deletedAt ? 'deleted' : 'visible';
  const place = {
    id: row.id,
    parentId: row.parentId,
    rootId: row.rootId,
    createdAt: row.createdAt.toISOString(),
  };
  if (state !== 'visible') {
    return {
      ...place,
      state,
      author: null,
      byAuthorOfPaper: false,
      bySubmitter: false,
      byModerator: false,
      kind: null,
      settled: null,
      onVersion: null,
      upvotes: 0,
      reactions: [],
      html: '',
      editedAt: null,
      revision: 0,
    };
  }
  return {
    ...place,
    state,
    author: row.handle ? { handle: row.handle, name: row.name, picture: row.picture } : null,
    byAuthorOfPaper: row.byAuthorOfPaper,
    bySubmitter: row.bySubmitter,
    byModerator: row.role === 'moderator' || row.role === 'admin',
    kind: row.kind,
    settled: row.settledAt && { at: row.settledAt.toISOString(), by: row.settledBy },
    onVersion: row.onVersion,
    upvotes: row.upvotes,
    reactions: Object.entries(row.reactions ?? {}).flatMap(([reaction, count]) =>
      isReaction(reaction) ? [{ reaction, count }] : [],
    ),
    html: row.html,
    editedAt: row.editedAt?.toISOString() ?? null,
    revision: row.revision,
  };
}
