export type FollowKind = 'topic' | 'author' | 'organization' | 'reader' | 'collection';

/**
 * A follow target: a category, an author's name, an organization's slug, a user's handle, a
 * collection's key.
 */
export type FollowTarget = { kind: FollowKind; value: string };

/** With its label on pages. */
export type NamedTarget = FollowTarget & { label: string };

export type FollowState = NamedTarget & { following: boolean };

/** Response of `GET /me/follows`: keys from `followKey`. */
export type FollowsResponse = { follows: string[] };

/** Why a paper is on the viewer's Following feed. */
export type FollowReason = NamedTarget & { how: 'of' | 'submitted' | 'upvoted' };

export type FollowingOrder = 'trending' | 'new';

/** What can be followed about a paper. */
export type PaperTargets = {
  paper: { slug: string; title: string };
  targets: NamedTarget[];
};
