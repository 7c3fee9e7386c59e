import type { Reaction } from '@/lib/comments/reaction-kinds';
import type { Watch } from '@/lib/notifications/watches';

/** How many, and whether the reader is one of them. */
type Count = { id: number; count: number; mine: boolean };

/** What the reader sees of a discussion beyond the stored page. */
export type ReactionOverlay = {
  upvotes: Count[];
  reactions: (Count & { reaction: Reaction })[];
  /** Whether the reader is an author of the paper, who may settle its questions. */
  author: boolean;
  /** How the reader watches the discussion (lib/notifications). */
  watch: Watch;
};

/** A comment's upvotes after one's own click. */
export type CommentUpvotes = { commentId: number; upvotes: number; upvoted: boolean };
