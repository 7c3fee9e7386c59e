import { randomBytes } from 'node:crypto';
import { transaction } from '@/db/client';
import { countTokens, deleteToken, insertToken } from '@/db/queries/tokens';
import { ok, type Result, refuse } from '@/lib/base/errors';
import { hashToken } from '@/lib/base/secrets';
import { isMember, refuseWriting } from '@/lib/web/policy';
import type { Context } from '@/lib/web/types';
import { PREFIX } from './bearer';
import { MOST_TOKENS, type TokenInput } from './schema';

/**
 * Creates a token of the viewer and returns its secret, which is never shown again. Refuses with
 * `conflict` too many tokens.
 */
export async function createToken(
  { viewer }: Context,
  { name, scopes, days }: TokenInput,
): Promise<Result<{ id: string; token: string }>> {
  if (!isMember(viewer)) return refuseWriting(viewer) ?? refuse('forbidden');
  const token = PREFIX + randomBytes(32).toString('base64url');
  const expires = new Date(Date.now() + days * 86_400_000);
  return transaction(async (tx) => {
    if ((await countTokens(tx, viewer.id)) >= MOST_TOKENS) {
      return refuse('conflict', { message: `You have ${MOST_TOKENS} tokens. Revoke one first.` });
    }
    const id = await insertToken(tx, {
      userId: viewer.id,
      name,
      tokenHash: hashToken(token),
      ending: token.slice(-4),
      scopes: [...new Set(scopes)],
      expires,
    });
    return ok({ id, token });
  });
}

/** Revokes one of the viewer's tokens permanently. */
export async function revokeToken(
  { viewer }: Context,
  { id }: { id: string },
): Promise<Result<null>> {
  if (!isMember(viewer)) return refuseWriting(viewer) ?? refuse('forbidden');
  return (await deleteToken(viewer.id, id)) ? ok(null) : refuse('not_found');
}
