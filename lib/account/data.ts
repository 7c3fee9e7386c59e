import { db } from '@/db/client';
import {
  findEmailChange,
  getEmailChange,
  getOwnAddress,
  listAccounts,
} from '@/db/queries/own-account';
import { countPasskeys } from '@/db/queries/passkeys';
import { listSessions } from '@/db/queries/sessions';
import { hashToken } from '@/lib/base/secrets';
import { canMail } from '@/lib/mail/mode';
import { listProviders } from '@/lib/sign-in/providers';
import { withDeadline } from '@/lib/web/deadline';
import type { Viewer } from '@/lib/web/types';
import { tokenInput } from './schema';
import type { OwnAccount, OwnSession } from './types';

/** Returns the viewer's sign-in methods: e-mail address, providers and their count. */
export async function getOwnAccount(viewer: Viewer): Promise<OwnAccount> {
  const [email, pending, connected, passkeys] = await withDeadline(() =>
    Promise.all([
      getOwnAddress(db(), viewer.id),
      getEmailChange(viewer.id),
      listAccounts(db(), viewer.id),
      countPasskeys(db(), viewer.id),
    ]),
  );
  const since = new Map(connected.map((row) => [row.provider, row.createdAt.toISOString()]));
  const known = listProviders();
  const off = [...since.keys()].filter((id) => !known.some((provider) => provider.id === id));
  const providers = [
    ...known.map((provider) => ({ ...provider, since: since.get(provider.id) ?? null, on: true })),
    ...off.map((id) => ({ id, name: id, since: since.get(id) ?? null, on: false })),
  ];
  const connectedOnes = providers.filter((provider) => provider.on && provider.since);
  const ways = connectedOnes.length + Number(passkeys > 0) + Number(email !== null && canMail());
  return { email, pending, providers, ways };
}

/** Returns the viewer's sessions, newest first. `token` belongs to the current session. */
export async function getOwnSessions(viewer: Viewer, token: string): Promise<OwnSession[]> {
  const rows = await withDeadline(() => listSessions(viewer.id));
  const current = hashToken(token);
  return rows.map(({ id, tokenHash, device, createdAt, expires }) => ({
    id,
    device,
    since: createdAt.toISOString(),
    until: expires.toISOString(),
    current: tokenHash === current,
  }));
}

/**
 * Returns the pending change behind a mailed link; null if the link is unknown, used, expired or
 * replaced.
 */
export async function getEmailWish(
  token: string,
): Promise<{ handle: string | null; email: string } | null> {
  const read = tokenInput.safeParse({ token });
  if (!read.success) return null;
  const found = await withDeadline(() => findEmailChange(db(), hashToken(read.data.token)));
  return found && { handle: found.handle, email: found.email };
}
