import type { Piece } from '@/lib/base/text-diff';

/** One version of a paper. */
export type PaperVersion = {
  version: number;
  /** ISO time. */
  releasedAt: string;
  /** Set if this site has its text, with the differences if it has the previous one, too. */
  text: {
    title: Piece[];
    abstract: Piece[];
    compared: boolean;
  } | null;
};

/** The versions of a paper, newest first. */
export type PaperVersions = {
  paper: { slug: string; title: string; source: string; externalId: string };
  versions: PaperVersion[];
};
