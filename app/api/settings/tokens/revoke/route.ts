import { TOKENS_PATH, tokensPath } from '@/lib/tokens/paths';
import { revokeInput } from '@/lib/tokens/schema';
import { revokeToken } from '@/lib/tokens/service';
import { shownToken } from '@/lib/tokens/token-cookie';
import { seeOther } from '@/lib/web/response';
import { withReturn } from '@/lib/web/return-path';
import { defineForm } from '@/lib/web/route';

export const POST = defineForm({
  name: 'revokeToken',
  limit: 'api',
  run: async (context, fields) => {
    const parsed = revokeInput.safeParse(Object.fromEntries(fields));
    if (!parsed.success) return seeOther(tokensPath({ error: 'not_found' }));
    const result = await revokeToken(context, parsed.data);
    if (result.ok) return seeOther(tokensPath({ done: 'revoked' }), [shownToken()]);
    if (result.reason === 'signed_out') return seeOther(withReturn('/sign-in', TOKENS_PATH));
    if (result.reason === 'needs_handle') return seeOther(withReturn('/welcome', TOKENS_PATH));
    return seeOther(tokensPath({ error: result.reason }));
  },
});
