import type { Refusal } from '@/lib/base/errors';
import { seeOther } from '@/lib/web/response';
import { withReturn } from '@/lib/web/return-path';
import { DIGEST_SETTINGS_PATH } from './paths';

const FIELDS = ['id', 'cadence', 'hour', 'timeZone', 'about', 'topics', 'search'];

/** What a form of /settings/digests sent; an empty field counts as none. */
export const sentFields = (fields: URLSearchParams): Record<string, string> =>
  Object.fromEntries(
    FIELDS.flatMap((name) => {
      const value = fields.get(name)?.slice(0, 700);
      return value ? [[name, value]] : [];
    }),
  );

/** Back to the settings, with what was typed and why it was not taken; or to signing in. */
export function backToSettings(sent: Record<string, string>, reason: Refusal['reason']): Response {
  if (reason === 'signed_out') return seeOther(withReturn('/sign-in', DIGEST_SETTINGS_PATH));
  if (reason === 'needs_handle') return seeOther(withReturn('/welcome', DIGEST_SETTINGS_PATH));
  return seeOther(`${DIGEST_SETTINGS_PATH}?${new URLSearchParams({ ...sent, error: reason })}`);
}
