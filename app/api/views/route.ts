import { AppError } from '@/lib/errors';
import { jsonAnswer } from '@/lib/http/answer';
import { readJson } from '@/lib/http/body';
import { loggedRefusal } from '@/lib/http/route';
import { addressOf, isSameOrigin } from '@/lib/http/sent';
import { beaconInput, MOST_BYTES } from '@/lib/views/schema';
import { countViews } from '@/lib/views/service';

/** What a page showed, told as it goes away: no cookie is read and nothing is written. */
export async function POST(request: Request): Promise<Response> {
  try {
    if (!isSameOrigin(request.headers)) throw new AppError('cross_site');
    const told = beaconInput.safeParse(await readJson(request, MOST_BYTES));
    if (!told.success) throw new AppError('invalid');
    countViews(told.data.seen, addressOf(request.headers));
    return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    return jsonAnswer(loggedRefusal('countViews', error));
  }
}
