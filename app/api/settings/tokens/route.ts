import { TOKENS_PATH, tokensPath } from '@/lib/tokens/paths';
import { tokenInput } from '@/lib/tokens/schema';
import { createToken } from '@/lib/tokens/service';
import { newToken } from '@/lib/tokens/token-cookie';
import { seeOther } from '@/lib/web/response';
import { withReturn } from '@/lib/web/return-path';
import { defineForm } from '@/lib/web/route';

/** The form of /settings/tokens; the token comes back in a cookie, and is in no address. */
export const POST = defineForm({
  name: 'createToken',
  limit: 'api',
  run: async (context, fields) => {
    const scopes = fields.getAll('scopes');
    const [name, days] = [fields.get('name') ?? '', fields.get('days') ?? ''];
    const refused = (error: string) =>
      seeOther(tokensPath({ error, name: name.slice(0, 100), days, scopes: scopes.join(' ') }));
    const parsed = tokenInput.safeParse({ name, days, scopes });
    if (!parsed.success) return refused('invalid');
    const result = await createToken(context, parsed.data);
    if (result.ok) return seeOther(`${TOKENS_PATH}#new`, [newToken(result.data.token)]);
    if (result.reason === 'signed_out') return seeOther(withReturn('/sign-in', TOKENS_PATH));
    if (result.reason === 'needs_handle') return seeOther(withReturn('/welcome', TOKENS_PATH));
    return refused(result.reason);
  },
});
