import { randomBytes, randomUUID } from 'node:crypto';
import { rawSql } from '@/db/client';
import { createUser } from '@/db/testing/factories';
import type { Result } from '@/lib/base/errors';
import { hashToken } from '@/lib/base/secrets';
import { connectAccount } from '@/lib/sign-in/service';
import type { Context } from '@/lib/web/types';
import {
  cancelEmailChange,
  confirmEmailChange,
  deleteAccount,
  disconnectAccount,
  endSession,
  endSessions,
  exportOwnData,
  requestEmailChange,
} from '../service';

/** The verbs about the viewer's account, each with an input that only permissions can refuse. */
export const ACCOUNT_CALLS: Record<string, (context: Context) => Promise<Result<unknown>>> = {
  'account/cancelEmailChange': (context) => cancelEmailChange(context),
  'account/confirmEmailChange': async (context) => {
    const token = randomBytes(32).toString('base64url');
    const { id } = await createUser();
    await rawSql()`insert into email_changes (user_id, email, token_hash, expires)
      values (${id}, ${`${id}@new.example`}, ${hashToken(token)}, now() + interval '1 hour')`;
    return confirmEmailChange(context, { token });
  },
  'account/deleteAccount': async (context) => {
    // A second administrator, so that the first one may leave.
    await createUser({ role: 'admin' });
    const confirm = context.viewer?.handle ?? 'delete';
    return deleteAccount(context, { confirm, comments: 'keep' });
  },
  'account/disconnectAccount': async (context) => {
    if (context.viewer) {
      await rawSql()`insert into accounts (user_id, type, provider, provider_account_id)
        values (${context.viewer.id}, 'oauth', 'oidc', ${randomUUID()})`;
    }
    return disconnectAccount(context, { provider: 'oidc' });
  },
  'account/endSession': async (context) => {
    const id = randomUUID();
    if (context.viewer) {
      await rawSql()`insert into sessions (id, token_hash, user_id, expires)
        values (${id}, ${id}, ${context.viewer.id}, now() + interval '1 hour')`;
    }
    return endSession(context, { id });
  },
  'account/endSessions': (context) => endSessions(context, { but: null }),
  'account/exportOwnData': (context) => exportOwnData(context),
  'account/requestEmailChange': (context) =>
    requestEmailChange(context, { email: `${randomUUID()}@new.example` }),
  'sign-in/connectAccount': (context) =>
    connectAccount(context, { provider: 'github', providerAccountId: randomUUID() }),
};
