import type { Reaction } from '@/lib/comments/reaction-kinds';
import type { Watch } from '@/lib/notifications/watches';

/** A count, and whether the viewer is included. */
type Count = { id: number; count: number; mine: boolean };

/** The viewer's overlay of a discussion's stored page. */
export type ReactionOverlay = {
  upvotes: Count[];
  reactions: (Count & { reaction: Reaction })[];
  /** Whether the viewer is an author of the paper, who may resolve its questions. */
  author: boolean;
  /** How the viewer watches the discussion (lib/notifications). */
  watch: Watch;
};

/** A comment's upvotes after the viewer's click. */
export type CommentUpvotes = { commentId: number; upvotes: number; upvoted: boolean };
