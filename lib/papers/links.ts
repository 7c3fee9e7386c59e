import { entryOf } from '@/lib/base/entry-of';
import type { PaperDetail } from './types';

type Source = Pick<PaperDetail, 'source' | 'externalId'>;

/** Pages of papers at their sources. */
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

/** Returns the page of a paper at its source, or null if there is none. */
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

/** Returns the label of that link. */
export const sourceLabel = ({ source, externalId }: Source): string =>
  LABELS[source] ?? hostLabel(externalId);

/** Returns the address of a version at the source; null if versions have none. */
export const versionUrl = (paper: Source, version: number): string | null =>
  paper.source === 'arxiv' ? `https://arxiv.org/abs/${paper.externalId}v${version}` : null;

/** Returns another site's list of a day, by the scheme that such sites share. */
export const listUrl = (site: string, day: string): string => `https://${site}/papers/date/${day}`;

/** Returns an address that is safe for a link: http or https, else null. */
export const webAddress = (address: string | null): string | null =>
  address && /^https?:\/\/[^\s<>"]+$/i.test(address) ? address : null;

export const doiUrl = (doi: string): string => `https://doi.org/${encodeURI(doi)}`;

/** Returns the name of a link's site: `github.com` → GitHub. */
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
