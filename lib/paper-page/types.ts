import type { CollectionSummary } from '@/lib/collections/types';
import type { ThreadPage } from '@/lib/comments/types';
import type { PaperDetail, PaperSummary, Upvoter } from '@/lib/papers/types';
import type { Why } from '@/lib/ranking/types';

/** All that a paper's page shows. */
export type PaperPageData = {
  paper: PaperDetail;
  upvoters: Upvoter[];
  threads: ThreadPage;
  why: Why;
  similar: PaperSummary[];
  collected: { collections: CollectionSummary[]; more: boolean };
};

/** Sections of a paper's page that are HTML, with plain links and without controls. */
export type PaperSection = 'article' | 'upvoters' | 'place' | 'below' | 'similar' | 'data';

/** What the head of a paper's page says. */
export type PaperMeta = {
  slug: string;
  /** Plain text. */
  title: string;
  description: string;
  /** ISO time. */
  published: string;
  /** Fields for reference managers. */
  citation: Record<string, string | string[]>;
};

/**
 * What a paper's page without comments says of its paper. Each text is shown as it is, so that the
 * outer server can put those of another paper in its place.
 */
export type PaperParts = PaperMeta & {
  id: number;
  upvotes: number;
  bibtex: string;
  pdf: string | null;
  /** The content of each link to the paper's text, code and pages. */
  links: string[];
  sections: Record<PaperSection, string>;
};
