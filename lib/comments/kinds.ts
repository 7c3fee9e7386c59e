/** What a top-level comment may be marked as. */
export const KINDS = {
  question: { label: 'Question', plural: 'Questions', settles: true },
  error: { label: 'Possible error', plural: 'Possible errors', settles: true },
  replication: { label: 'Replication', plural: 'Replications', settles: false },
  review: { label: 'Review', plural: 'Reviews', settles: false },
} as const;

export type CommentKind = keyof typeof KINDS;

export const KIND_NAMES = Object.keys(KINDS) as [CommentKind, ...CommentKind[]];

/** Whether a comment of this kind is open until somebody settles it. */
export const settles = (kind: CommentKind | null): boolean => kind !== null && KINDS[kind].settles;
