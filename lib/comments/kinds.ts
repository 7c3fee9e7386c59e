/** The kinds that a top-level comment can be marked as. */
export const KINDS = {
  question: { label: 'Question', plural: 'Questions', settles: true },
  error: { label: 'Possible error', plural: 'Possible errors', settles: true },
  replication: { label: 'Replication', plural: 'Replications', settles: false },
  review: { label: 'Review', plural: 'Reviews', settles: false },
} as const;

export type CommentKind = keyof typeof KINDS;

export const KIND_NAMES = Object.keys(KINDS) as [CommentKind, ...CommentKind[]];

/** Returns whether comments of this kind are open until someone resolves them. */
export const settles = (kind: CommentKind | null): boolean => kind !== null && KINDS[kind].settles;
