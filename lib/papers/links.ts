import { entryOf } from '@/lib/base/entry-of';
import type { PaperDetail } from './types';

type Source = Pick<PaperDetail, 'source' | 'externalId'>;

/** Where papers of each source are read. */
const PAGES: Record<string, (id: string) => { page: string; pdf?: string }> = {
  arxiv: (id) => ({ page: `https://arxiv.org/abs/${id}`, pdf: `https://arxiv.org/pdf/${id}` }),
  doi: (id) => ({ page: doiUrl(id) }),
  openreview: (id) => ({
    page: `https://openreview.net/forum?id=${encodeURIComponent(id)}`,
    pdf: `https://openreview.net/pdf?id=${encodeURIComponent(id)}`,
  }),
  acl: (id) => ({
    page: `https://aclanthology.org/${encodeURI(id)}/`,
    pdf: `https://aclanthology.org/${encodeURI(id)}.pdf`,
  }),
  biorxiv: (id) => ({ page: `https://www.biorxiv.org/content/${encodeURI(id)}` }),
  medrxiv: (id) => ({ page: `https://www.medrxiv.org/content/${encodeURI(id)}` }),
};

/** The page of a paper where it was published first, or null when we know of none. */
export const sourceUrl = ({ source, externalId }: Source): string | null =>
  source === 'web' ? webAddress(externalId) : (PAGES[source]?.(externalId).page ?? null);

export const pdfUrl = ({ source, externalId }: Source): string | null => {
  if (source === 'web') return /\.pdf$/i.test(externalId) ? webAddress(externalId) : null;
  return PAGES[source]?.(externalId).pdf ?? null;
};

const LABELS: Record<string, string> = {
  arxiv: 'arXiv',
  doi: 'Publisher',
  openreview: 'OpenReview',
  acl: 'ACL Anthology',
  biorxiv: 'bioRxiv',
  medrxiv: 'medRxiv',
};

/** What the link to a paper's page at its source is called. */
export const sourceLabel = ({ source, externalId }: Source): string =>
  LABELS[source] ?? hostLabel(externalId);

/** One version of a paper at its source; null where versions have no address of their own. */
export const versionUrl = (paper: Source, version: number): string | null =>
  paper.source === 'arxiv' ? `https://arxiv.org/abs/${paper.externalId}v${version}` : null;

/** Another site's list of a day, as sites with such lists have it. */
export const listUrl = (site: string, day: string): string => `https://${site}/papers/date/${day}`;

/** An address fit for a link: http or https, else null. */
export const webAddress = (address: string | null): string | null =>
  address && /^https?:\/\/[^\s<>"]+$/i.test(address) ? address : null;

export const doiUrl = (doi: string): string => `https://doi.org/${encodeURI(doi)}`;

/** The name of the site a link leads to: `github.com` → GitHub. */
export function hostLabel(address: string): string {
  try {
    const host = new URL(address).hostname.replace(/^www\./, '');
    return entryOf(KNOWN, host) ?? host;
  } catch {
    return 'Link';
  }
}

const KNOWN: Record<string, string> = {
  'github.com': 'GitHub',
  'gitlab.com': 'GitLab',
  'huggingface.co': 'Hugging Face',
};
