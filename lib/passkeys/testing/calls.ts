import { randomUUID } from 'node:crypto';
import { transaction } from '@/db/client';
import { insertPasskey, listPasskeys } from '@/db/queries/passkeys';
import type { Result } from '@/lib/base/errors';
import type { Context, Viewer } from '@/lib/web/types';
import { addPasskey, removePasskey, renamePasskey } from '../service';

/** A passkey that no user has. */
const newPasskey = () => ({
  name: 'My phone',
  credentialId: randomUUID(),
  publicKey: 'cHVibGlj',
  counter: 0,
  transports: ['internal'],
});

/** Adds a passkey to the user, and returns its id. */
async function passkeyOf(viewer: Viewer | null): Promise<string> {
  if (!viewer) return randomUUID();
  await transaction((tx) => insertPasskey(tx, { ...newPasskey(), userId: viewer.id }));
  return (await listPasskeys(viewer.id)).at(-1)?.id ?? '';
}

/** The verbs about passkeys, each with an input that only permissions can refuse. */
export const PASSKEY_CALLS: Record<string, (context: Context) => Promise<Result<unknown>>> = {
  'passkeys/addPasskey': (context) => addPasskey(context, newPasskey()),
  'passkeys/renamePasskey': async (context) =>
    renamePasskey(context, { id: await passkeyOf(context.viewer), name: 'phone' }),
  'passkeys/removePasskey': async (context) => {
    await passkeyOf(context.viewer);
    return removePasskey(context, { id: await passkeyOf(context.viewer) });
  },
};
