import { connection } from 'next/server';
import { refuse } from '@/lib/base/errors';
import { listFollows } from '@/lib/follows/data';
import { site } from '@/lib/site/site';
import { followsOpml } from '@/lib/syndication/opml';
import { withDeadline } from '@/lib/web/deadline';
import { PRIVATE, textResponse } from '@/lib/web/response';
import { loggedRefusal } from '@/lib/web/route';
import { contextOf } from '@/lib/web/session';

/** The viewer's follows as OPML, to import into a feed reader. */
export async function GET(request: Request): Promise<Response> {
  await connection();
  try {
    const { viewer } = await withDeadline(() => contextOf(request));
    if (!viewer) return textResponse(refuse('signed_out'));
    return new Response(followsOpml(await listFollows(viewer.id), site()), {
      headers: {
        ...PRIVATE,
        'content-type': 'text/x-opml; charset=utf-8',
        'content-disposition': 'attachment; filename="following.opml"',
      },
    });
  } catch (error) {
    return textResponse(loggedRefusal('getFollowsOpml', error));
  }
}
