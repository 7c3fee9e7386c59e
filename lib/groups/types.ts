export type Visibility = 'members' | 'everybody';

/** A group in the list of the viewer's groups. */
export type GroupSummary = {
  slug: string;
  name: string;
  description: string;
  visibility: Visibility;
  members: number;
  owner: boolean;
};

export type GroupMember = { handle: string; name: string | null; owner: boolean };

/** A group as a viewer with access sees it. */
export type Group = {
  id: number;
  slug: string;
  name: string;
  description: string;
  visibility: Visibility;
  members: number;
  /** The viewer's role; null for an outsider of a public group. */
  you: 'owner' | 'member' | null;
};

/** An invitation without its secret. */
export type Invite = {
  /** Enough of the token's hash to revoke it by. */
  id: string;
  /** ISO times. */
  expires: string;
  createdAt: string;
};

/** What the holder of a valid invitation sees before joining. */
export type Invitation = Pick<Group, 'slug' | 'name' | 'description' | 'visibility' | 'members'> & {
  owner: string;
  joined: boolean;
};

/** A paper's upvotes by members in a week; private ones are unnamed, and left out if few members keep votes private. */
export type GroupVotes = {
  paperId: number;
  votes: number;
  named: { handle: string; name: string | null }[];
};
