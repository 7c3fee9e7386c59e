import { connection } from 'next/server';
import { refuse } from '@/lib/base/errors';
import { getPrivateFeed } from '@/lib/syndication/private-feed';
import { feedFormat } from '@/lib/syndication/route';
import { MEDIA_TYPES } from '@/lib/syndication/write';
import { withDeadline } from '@/lib/web/deadline';
import { methodsOf } from '@/lib/web/methods-of';
import { takeLimit } from '@/lib/web/rate-limit';
import { addressOf } from '@/lib/web/request-headers';
import { PRIVATE, textResponse } from '@/lib/web/response';
import { loggedRefusal } from '@/lib/web/route';

type Params = { params: Promise<Record<string, string | string[] | undefined>> };

/** A user's private feed, identified by the token in the URL; never cached. */
async function handle(request: Request, { params }: Params): Promise<Response> {
  await connection();
  try {
    const format = feedFormat((await params).format);
    const token = new URL(request.url).searchParams.get('token') ?? '';
    const by = { viewer: null, address: addressOf(request.headers) };
    const limited = await withDeadline(() => takeLimit('api', by));
    if (limited) return textResponse(limited);
    const body = format ? await getPrivateFeed(token, format) : null;
    if (body === null || !format) return textResponse(refuse('not_found'));
    return new Response(body, {
      headers: {
        ...PRIVATE,
        'content-type': `${MEDIA_TYPES[format]}; charset=utf-8`,
        'content-security-policy':
          "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'",
        'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex, nofollow',
      },
    });
  } catch (error) {
    return textResponse(loggedRefusal('getPrivateFeed', error));
  }
}

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methodsOf({ GET: handle });
