/** The fragment of a page that says that a paper was upvoted, with the button to undo it. */
export const upvotedId = (paperId: number): string => `upvoted-${paperId}`;
/** The fragment of a page with a paper's upvote button. */
export const upvoteId = (paperId: number): string => `upvote-${paperId}`;

/** Returns where a vote without scripts redirects: to the button on its page. */
export function afterVote(
  from: string,
  { paperId, upvoted }: { paperId: number; upvoted: boolean },
): string {
  const [page] = from.split('#');
  return `${page}#${upvoted ? upvotedId(paperId) : upvoteId(paperId)}`;
}
