import { z } from 'zod';
import { db } from '@/db/client';
import { listOrganizationsOf } from '@/db/queries/organization-members';
import { ok, refuse } from '@/lib/base/errors';
import { personId } from '../object-id';
import { defineOperation, reply } from '../operation';
import { account } from '../schema';

const nothing = z.object({});

/** `whoami()` of huggingface_hub, which also calls it for the owner of a new collection. */
export const whoAmI = defineOperation({
  id: 'whoAmI',
  method: 'GET',
  path: '/api/whoami-v2',
  tag: 'Account',
  summary: 'The user whose token is sent',
  params: nothing,
  query: nothing,
  response: account,
  signedIn: true,
  personal: true,
  run: async ({ viewer, scopes, tokenName = '' }) => {
    if (!viewer?.handle) return refuse('signed_out');
    const { id, handle, name } = viewer;
    const organizations = await listOrganizationsOf(db(), id);
    const writes = scopes.some((scope) => scope !== 'read');
    return ok(
      reply({
        type: 'user' as const,
        id: personId(id),
        name: handle,
        fullname: name || handle,
        email: null,
        isPro: false as const,
        orgs: organizations.map((one) => ({ name: one.slug, fullname: one.name ?? one.slug })),
        auth: {
          type: 'access_token' as const,
          accessToken: {
            displayName: tokenName,
            role: writes ? ('write' as const) : ('read' as const),
          },
        },
      }),
    );
  },
});
