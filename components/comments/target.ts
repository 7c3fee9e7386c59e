/** The comment, reply or edit that the open form is for. */
export type Target =
  | { kind: 'new' }
  | { kind: 'reply'; commentId: number }
  | { kind: 'edit'; commentId: number };
