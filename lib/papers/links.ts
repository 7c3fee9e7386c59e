import type { PaperDetail } from './types';

type Source = Pick<PaperDetail, 'source' | 'externalId'>;

/** The page of a paper where it was published first, or null when we know of none. */
export const sourceUrl = ({ source, externalId }: Source): string | null =>
  source === 'arxiv' ? `https://arxiv.org/abs/${externalId}` : null;

export const pdfUrl = ({ source, externalId }: Source): string | null =>
  source === 'arxiv' ? `https://arxiv.org/pdf/${externalId}` : null;

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
    return KNOWN[host] ?? host;
  } catch {
    return 'Link';
  }
}

const KNOWN: Record<string, string> = {
  'github.com': 'GitHub',
  'gitlab.com': 'GitLab',
  'huggingface.co': 'Hugging Face',
};
