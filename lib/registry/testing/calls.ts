import { ACCOUNT_CALLS } from '@/lib/account/testing/calls';
import { PASSKEY_CALLS } from '@/lib/passkeys/testing/calls';
import { DISCUSSION_CALLS } from './discussion-calls';
import { PAPER_CALLS } from './paper-calls';
import type { Call } from './scene';
import { USER_CALLS } from './user-calls';

/** Each verb by its name, with an input that only permissions can refuse. */
export const CALLS: Record<string, Call> = {
  ...ACCOUNT_CALLS,
  ...PASSKEY_CALLS,
  ...PAPER_CALLS,
  ...DISCUSSION_CALLS,
  ...USER_CALLS,
};
