import { z } from 'zod';
import { ok } from '@/lib/base/errors';
import { countDesk } from '@/lib/moderation/data';
import { refuseModerating } from '@/lib/moderation/policy';
import { countUnread } from '@/lib/notifications/data';
import { forgottenCookies, sessionCookie } from '@/lib/web/cookies';
import { HINT_COOKIE } from '@/lib/web/hint';
import { methodsOf } from '@/lib/web/methods-of';
import { cookiesOf } from '@/lib/web/request-headers';
import { defineRoute } from '@/lib/web/route';
import type { Me } from '@/lib/web/types';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methodsOf({
  GET: defineRoute({
    name: 'getMe',
    input: z.object({}),
    limit: 'api',
    run: async ({ viewer }) => {
      if (!viewer) return ok<Me>({ viewer: null, needsHandle: false, unread: 0, waiting: 0 });
      const { handle, name, role, banned } = viewer;
      const [unread, waiting] = await Promise.all([
        countUnread(viewer.id),
        refuseModerating(viewer) ? 0 : countDesk(),
      ]);
      return ok<Me>({
        viewer: { handle, name, role, banned },
        needsHandle: handle === null,
        unread,
        waiting,
      });
    },
    // Clears cookies of an expired session, which would make every page ask again.
    finish: (response, { viewer }, request) => {
      const sent = cookiesOf(request.headers);
      if (viewer || !(sent[HINT_COOKIE] || sent[sessionCookie()])) return;
      for (const cookie of forgottenCookies()) response.headers.append('set-cookie', cookie);
    },
  }),
});
