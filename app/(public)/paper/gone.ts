import { notFound, permanentRedirect } from 'next/navigation';
import { parseArxivId } from '@/lib/identifiers/arxiv';
import { getMergedInto } from '@/lib/papers/data';

/**
 * For an unknown slug: redirects if the paper was merged into another or the slug has another
 * spelling, to the address that `to` builds from the current slug.
 */
export async function leadOn(slug: string, to: (slug: string) => string): Promise<never> {
  const merged = await getMergedInto(slug);
  if (merged) permanentRedirect(to(merged));
  const canonical = parseArxivId(slug)?.id;
  if (canonical && canonical !== slug) permanentRedirect(to(canonical));
  notFound();
}
