import { SUBSCRIBE_PATH } from '@/lib/digests/paths';
import { addressInput } from '@/lib/digests/schema';
import { subscribeAddress } from '@/lib/digests/service';
import { mailMode } from '@/lib/mail/mode';
import { takeLimit } from '@/lib/web/rate-limit';
import { addressOf } from '@/lib/web/request-headers';
import { seeOther } from '@/lib/web/response';
import { defineForm } from '@/lib/web/route';

const FIELDS = ['email', 'cadence', 'hour', 'timeZone', 'topics'];

/** The form of /subscribe; whatever happens, what was typed is there again. */
export const POST = defineForm({
  name: 'subscribeAddress',
  run: async (context, fields, _files, request) => {
    const sent = Object.fromEntries(FIELDS.map((name) => [name, fields.get(name) ?? '']));
    const back = (more: Record<string, string>) =>
      seeOther(`${SUBSCRIBE_PATH}?${new URLSearchParams({ ...sent, ...more })}`);
    if (mailMode(request.headers).mode === 'off') return back({ error: 'unavailable' });
    const parsed = addressInput.safeParse(sent);
    if (!parsed.success) return back({ error: 'invalid' });
    // Like signing in: who asks for mails counts by network.
    const by = { viewer: null, address: addressOf(request.headers) };
    const limited = await takeLimit('sign_in', by);
    if (limited) return back({ error: limited.reason });
    const result = await subscribeAddress(context, parsed.data);
    return result.ok ? seeOther(`${SUBSCRIBE_PATH}?done=1`) : back({ error: result.reason });
  },
});
