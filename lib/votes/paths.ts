/** The part of a page that says that a paper was upvoted, with the button that takes it back. */
export const upvotedId = (paperId: number): string => `upvoted-${paperId}`;
/** The part of a page with a paper's upvote button. */
export const upvoteId = (paperId: number): string => `upvote-${paperId}`;

/** Where a vote without a script leads: the button on the page that it was pressed on. */
export function afterVote(
  from: string,
  { paperId, upvoted }: { paperId: number; upvoted: boolean },
): string {
  const [page] = from.split('#');
  return `${page}#${upvoted ? upvotedId(paperId) : upvoteId(paperId)}`;
}
