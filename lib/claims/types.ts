/** What became of a claim: it waits, was confirmed or refused, or was taken back. */
export type ClaimStatus = 'open' | 'verified' | 'refused' | 'released';

/** A place in an author list; positions count from 0. */
export type AuthorPlace = {
  position: number;
  name: string;
  /** The verified author who has it. */
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

/** A reader as the queue of claims tells of one. */
export type Claimant = {
  handle: string;
  name: string | null;
  since: Date;
  banned: boolean;
  /** The ORCID iD that the reader signed in with. */
  orcid: string | null;
};

type Case = {
  paper: { slug: string; title: string; authorCount: number };
  author: { name: string; position: number; orcid: string | null };
  claimant: Claimant;
  words: string;
  at: Date;
};

/** A claim that waits for a moderator. */
export type OpenClaim = Case & {
  id: number;
  /** Papers on which the claimant is verified under this very name. */
  sameName: number;
  /** Others who claim or have this place. */
  rivals: number;
};

/** Doubts about a verified author. */
export type OpenContest = Case & { id: number; by: string | null };

/** A reader who is a verified author by a name, and of how many papers. */
export type NamedReader = { handle: string; name: string | null; papers: number };
