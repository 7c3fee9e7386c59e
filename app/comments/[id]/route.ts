import { connection } from 'next/server';
import { findCommentPlace } from '@/lib/comments/data';
import { threadPath } from '@/lib/comments/paths';
import { withDeadline } from '@/lib/web/deadline';
import { plainPage } from '@/lib/web/plain-page';
import { textResponse } from '@/lib/web/response';
import { loggedRefusal } from '@/lib/web/route';

/** Redirects a comment's permalink to its current thread page. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  await connection();
  const { id } = await params;
  try {
    const place = /^\d{1,15}$/.test(id)
      ? await withDeadline(() => findCommentPlace(Number(id)))
      : null;
    if (!place) {
      const link = { href: '/', text: 'Trending papers' };
      return plainPage({ title: 'There is no such comment', link, status: 404 });
    }
    return new Response(null, {
      status: 307,
      headers: {
        location: `${threadPath(place.slug, place.rootId)}#comment-${id}`,
        'cache-control': 'no-store',
      },
    });
  } catch (error) {
    return textResponse(loggedRefusal('findComment', error));
  }
}
