import { AppError } from '@/lib/base/errors';
import { beaconInput, MOST_BYTES } from '@/lib/views/schema';
import { countViews } from '@/lib/views/service';
import { readJson } from '@/lib/web/body';
import { methodsOf } from '@/lib/web/methods-of';
import { addressOf, isSameOrigin } from '@/lib/web/request-headers';
import { jsonResponse } from '@/lib/web/response';
import { loggedRefusal } from '@/lib/web/route';

/** Receives a page's views when it is hidden: reads no cookie and responds without a body. */
async function handle(request: Request): Promise<Response> {
  try {
    if (!isSameOrigin(request.headers)) throw new AppError('cross_site');
    const parsed = beaconInput.safeParse(await readJson(request, MOST_BYTES));
    if (!parsed.success) throw new AppError('invalid');
    countViews(parsed.data.seen, addressOf(request.headers));
    return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    return jsonResponse(loggedRefusal('countViews', error));
  }
}

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methodsOf({ POST: handle });
