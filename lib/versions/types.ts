import type { Piece } from '@/lib/base/text-diff';

/** One version of a paper. */
export type PaperVersion = {
  version: number;
  /** ISO time. */
  releasedAt: string;
  /** Where this site keeps its text, with what it changed where that of the one before is kept too. */
  text: {
    title: Piece[];
    abstract: Piece[];
    compared: boolean;
  } | null;
};

/** The versions of a paper, the newest first. */
export type PaperVersions = {
  paper: { slug: string; title: string; source: string; externalId: string };
  versions: PaperVersion[];
};
