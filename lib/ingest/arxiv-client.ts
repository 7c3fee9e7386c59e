import { type Database, db } from '@/db/client';
import type { ArxivId } from '@/lib/identifiers/arxiv';
import { askSource, SourceUnavailable } from '@/lib/sources/ask-source';
import { ATOM_ENTRY, parseAtomEntry } from './arxiv-atom';
import { type SourceRequest, sourceRequests } from './source-requests';
import type { PaperRecord } from './types';
import { cutElements, hasDoctype } from './xml';

type Options = {
  /** Seconds to wait for our turn; a user waits for less than a job. */
  patience: number;
  on?: Database;
};

/**
 * Fetches the newest version of a paper from the arXiv API; null if arXiv does not have it. Builds
 * the address from the parsed identifier only. Throws SourceUnavailable if arXiv does not respond,
 * asks for a pause, or sends an unreadable response.
 */
export async function fetchArxiv(
  { id }: ArxivId,
  { patience, on = db() }: Options,
): Promise<PaperRecord | null> {
  const [{ url }] = sourceRequests({ source: 'arxiv', id }) as [SourceRequest];
  const { status, body } = await askSource('arxiv', url, { patience, on });
  if (status === 404 || (status === 400 && body.includes('/api/errors'))) return null;
  if (status !== 200 || !/<feed[\s>]/.test(body) || hasDoctype(body)) {
    throw new SourceUnavailable(`${url.host} answers ${status} with something else`, 60);
  }
  for (const xml of cutElements(body, ATOM_ENTRY).elements) {
    const parsed = parseAtomEntry(xml);
    if (parsed.ok && parsed.record.externalId === id) return parsed.record;
    if (parsed.ok || xml.includes('/api/errors')) continue;
    throw new SourceUnavailable(`${url.host} answers what cannot be read: ${parsed.reason}`, 60);
  }
  return null;
}
