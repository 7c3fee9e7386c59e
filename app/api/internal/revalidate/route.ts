import { revalidatePath, revalidateTag } from 'next/cache';
import { z } from 'zod';
import { env } from '@/lib/base/env';
import { sameSecret } from '@/lib/base/secrets';
import { INTERNAL_HEADER } from '@/lib/web/incoming';
import { methodsOf } from '@/lib/web/methods-of';

const tags = z.array(z.string().max(256)).max(1_000);
const input = z.union([
  z.object({ tags }),
  z.object({ renewed: tags }),
  z.object({ everything: z.literal(true) }),
]);

/**
 * Seconds for which the page is still shown as it was until it is rendered again, as a page of the
 * life `public` is: an outage of the database costs no page.
 */
const SOON = { expire: 3600 };

/**
 * Invalidates this process's cache after changes by another instance, job or command
 * (db/listen.ts).
 */
async function handle(request: Request): Promise<Response> {
  const secret = env().PAPERTIDE_INTERNAL_SECRET;
  const sent = request.headers.get(INTERNAL_HEADER);
  if (!secret || !sent || !sameSecret(sent, secret)) return new Response(null, { status: 404 });
  const parsed = input.safeParse(await request.json().catch(() => null));
  if (!parsed.success) return new Response(null, { status: 400 });
  if ('everything' in parsed.data) revalidatePath('/', 'layout');
  else if ('renewed' in parsed.data)
    for (const tag of parsed.data.renewed) revalidateTag(tag, SOON);
  else for (const tag of parsed.data.tags) revalidateTag(tag, { expire: 0 });
  return new Response(null, { status: 204 });
}

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methodsOf({ POST: handle });
