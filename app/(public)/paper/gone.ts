import { notFound, permanentRedirect } from 'next/navigation';
import { parseArxivId } from '@/lib/identifiers/arxiv';
import { getMergedInto } from '@/lib/papers/data';

/**
 * For a paper that is not here: leads on where it became a part of another one or is written in
 * another way, to the address that `to` makes of its slug.
 */
export async function leadOn(slug: string, to: (slug: string) => string): Promise<never> {
  const merged = await getMergedInto(slug);
  if (merged) permanentRedirect(to(merged));
  const canonical = parseArxivId(slug)?.id;
  if (canonical && canonical !== slug) permanentRedirect(to(canonical));
  notFound();
}
