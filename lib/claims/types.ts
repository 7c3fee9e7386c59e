/** A claim is open, confirmed, refused, or withdrawn or released. */
export type ClaimStatus = 'open' | 'verified' | 'refused' | 'released';

/** A place in an author list; positions count from 0. */
export type AuthorPlace = {
  position: number;
  name: string;
  /** Handle of its confirmed author. */
  handle: string | null;
};

/** The viewer's own claim on a paper. */
export type OwnClaim = {
  status: ClaimStatus;
  position: number;
  name: string;
  words: string;
  logId: number | null;
};

/** A claimant, as shown in the queue. */
export type Claimant = {
  handle: string;
  name: string | null;
  since: Date;
  banned: boolean;
  /** The ORCID iD of the user's sign-in. */
  orcid: string | null;
};

type Case = {
  paper: { slug: string; title: string; authorCount: number };
  author: { name: string; position: number; orcid: string | null };
  claimant: Claimant;
  words: string;
  at: Date;
};

/** An open claim. */
export type OpenClaim = Case & {
  id: number;
  /** Papers on which the claimant is confirmed under exactly this name. */
  sameName: number;
  /** Other users who claim or hold this place. */
  rivals: number;
};

/** A contest of a confirmed author. */
export type OpenContest = Case & { id: number; by: string | null };

/** A user who is a confirmed author under a name, with the number of papers. */
export type NamedReader = { handle: string; name: string | null; papers: number };
