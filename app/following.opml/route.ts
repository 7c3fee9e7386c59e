import { connection } from 'next/server';
import { contextOf } from '@/lib/auth/session';
import { refuse } from '@/lib/errors';
import { listFollows } from '@/lib/follows/data';
import { PRIVATE, textAnswer } from '@/lib/http/answer';
import { withDeadline } from '@/lib/http/deadline';
import { loggedRefusal } from '@/lib/http/route';
import { site } from '@/lib/site/site';
import { followsOpml } from '@/lib/syndication/opml';

/** What the reader follows, to be taken over by a feed reader. */
export async function GET(request: Request): Promise<Response> {
  await connection();
  try {
    const { viewer } = await withDeadline(() => contextOf(request));
    if (!viewer) return textAnswer(refuse('signed_out'));
    return new Response(followsOpml(await listFollows(viewer.id), site()), {
      headers: {
        ...PRIVATE,
        'content-type': 'text/x-opml; charset=utf-8',
        'content-disposition': 'attachment; filename="following.opml"',
      },
    });
  } catch (error) {
    return textAnswer(loggedRefusal('getFollowsOpml', error));
  }
}
