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

/** How the viewer gets in: the address, the providers. */
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

/** The viewer's sessions, the latest first; `token`: of the one that asks. */
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

/** What a mailed link would change; null for one that is used, too old, replaced or none. */
export async function getEmailWish(
  token: string,
): Promise<{ handle: string | null; email: string } | null> {
  const read = tokenInput.safeParse({ token });
  if (!read.success) return null;
  const found = await withDeadline(() => findEmailChange(db(), hashToken(read.data.token)));
  return found && { handle: found.handle, email: found.email };
}
