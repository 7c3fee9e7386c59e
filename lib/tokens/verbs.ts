import { typedText } from '@/lib/web/typed-text';
import { named, verb } from '@/lib/web/verb';
import { TOKENS_PATH, tokensPath } from './paths';
import { revokeInput, tokenInput } from './schema';
import { createToken, revokeToken } from './service';
import { newToken, shownToken } from './token-cookie';

export const verbs = named('tokens', {
  createToken: verb({
    who: 'member',
    limit: 'api',
    input: tokenInput,
    lists: ['scopes'],
    run: createToken,
    // The token is returned in a cookie, not in an address.
    done: ({ token }) => ({ path: `${TOKENS_PATH}#new`, cookies: [newToken(token)] }),
    back: (fields, { error }) =>
      error
        ? tokensPath({
            error,
            name: typedText(fields, 'name', 100),
            days: typedText(fields, 'days', 10),
            scopes: fields.getAll('scopes').join(' ').slice(0, 100),
          })
        : TOKENS_PATH,
  }),
  revokeToken: verb({
    who: 'owner',
    limit: 'api',
    input: revokeInput,
    run: revokeToken,
    done: () => ({ path: tokensPath({ done: 'revoked' }), cookies: [shownToken()] }),
    back: (_, { error }) =>
      error ? tokensPath({ error: error === 'invalid' ? 'not_found' : error }) : TOKENS_PATH,
  }),
});
