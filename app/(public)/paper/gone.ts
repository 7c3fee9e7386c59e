import { notFound, permanentRedirect } from 'next/navigation';
import { getMergedInto } from '@/lib/papers/data';

/**
 * For a paper that is not here: leads on where it became a part of another one, whose address `to`
 * makes of its slug.
 */
export async function leadOn(slug: string, to: (slug: string) => string): Promise<never> {
  const merged = await getMergedInto(slug);
  if (merged) permanentRedirect(to(merged));
  notFound();
}
