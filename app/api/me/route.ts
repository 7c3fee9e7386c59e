import { z } from 'zod';
import { forgottenCookies, sessionCookie } from '@/lib/auth/cookies';
import { ok } from '@/lib/errors';
import { defineRoute } from '@/lib/http/route';
import { cookiesOf } from '@/lib/http/sent';
import { countUnread } from '@/lib/notifications/data';
import { HINT_COOKIE } from '@/lib/people/hint';
import type { Me } from '@/lib/people/types';

export const GET = defineRoute({
  name: 'getMe',
  input: z.object({}),
  limit: 'api',
  run: async ({ viewer }) => {
    if (!viewer) return ok<Me>({ viewer: null, needsHandle: false, unread: 0 });
    const { handle, name, role, banned } = viewer;
    const unread = await countUnread(viewer.id);
    return ok<Me>({ viewer: { handle, name, role, banned }, needsHandle: handle === null, unread });
  },
  // A session that is over leaves cookies behind, which would make every page ask again.
  finish: (response, { viewer }, request) => {
    const sent = cookiesOf(request.headers);
    if (viewer || !(sent[HINT_COOKIE] || sent[sessionCookie()])) return;
    for (const cookie of forgottenCookies()) response.headers.append('set-cookie', cookie);
  },
});
