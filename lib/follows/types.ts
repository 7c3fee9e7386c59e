export type FollowKind = 'topic' | 'author' | 'organization' | 'reader' | 'collection';

/**
 * What can be followed: a category, an author's name, an organization's slug, a reader's handle, a
 * collection's key.
 */
export type FollowTarget = { kind: FollowKind; value: string };

/** With the words that pages call it by. */
export type NamedTarget = FollowTarget & { label: string };

export type FollowState = NamedTarget & { following: boolean };

/** What `GET /me/follows` answers: keys as `followKey` writes them. */
export type FollowsAnswer = { follows: string[] };

/** Why a paper stands on somebody's Following page. */
export type FollowReason = NamedTarget & { how: 'of' | 'submitted' | 'upvoted' };

export type FollowingOrder = 'trending' | 'new';

/** What a paper has that can be followed. */
export type PaperTargets = {
  paper: { slug: string; title: string };
  targets: NamedTarget[];
};
