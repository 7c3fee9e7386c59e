import { endSessionsInput } from '@/lib/account/schema';
import { endSessions } from '@/lib/account/service';
import { ok } from '@/lib/base/errors';
import { forgottenCookies, sessionCookie } from '@/lib/web/cookies';
import { definePageForm } from '@/lib/web/page-form';
import { cookiesOf } from '@/lib/web/request-headers';

export const POST = definePageForm({
  name: 'endSessions',
  limit: 'api',
  input: endSessionsInput,
  run: async (context, { which }, request) => {
    const own = cookiesOf(request.headers)[sessionCookie()] ?? '';
    const ended = await endSessions(context, { but: which === 'others' ? own : null });
    return ended.ok ? ok(which) : ended;
  },
  done: (which) =>
    which === 'others'
      ? { path: '/settings/sessions?done=endSessions' }
      : { path: '/sign-in', cookies: forgottenCookies() },
  back: (_, query) => `/settings/sessions?${new URLSearchParams(query)}`,
});
