import type { Metadata } from 'next';
import { SettingsPage } from '@/components/settings/settings-page';
import { TokenForm } from '@/components/settings/token-form';
import { TokenList } from '@/components/settings/token-list';
import { Outcome } from '@/components/ui/outcome';
import { param } from '@/lib/sign-in/page';
import { site } from '@/lib/site/site';
import { getTokens } from '@/lib/tokens/data';
import { tokenProblem } from '@/lib/tokens/messages';
import { TOKENS_PATH } from '@/lib/tokens/paths';
import { tokenCookie } from '@/lib/tokens/token-cookie';
import { requestCookie } from '@/lib/web/read-cookie';
import { getViewer } from '@/lib/web/session';

export const metadata: Metadata = { title: 'API tokens', robots: { index: false } };

export default async function TokensPage({ searchParams }: PageProps<'/settings/tokens'>) {
  const query = await searchParams;
  const viewer = await getViewer();
  const handed = await requestCookie(tokenCookie());
  const tokens = viewer?.handle ? await getTokens(viewer.id, handed) : null;
  const error = param(query, 'error');
  return (
    <SettingsPage
      current={TOKENS_PATH}
      title="API tokens"
      hint={
        <>
          With a token, your programs can vote and write here.{' '}
          <a href="/docs/api" className="text-link">
            API documentation
          </a>
        </>
      }
      viewer={viewer}
      purpose="create tokens"
    >
      {tokens ? (
        <>
          <Outcome
            done={param(query, 'done') === 'revoked' && 'Token revoked. It no longer works.'}
            error={error && tokenProblem(error)}
          />
          <TokenList
            tokens={tokens}
            fresh={tokens.some((token) => token.fresh) ? handed : null}
            timeZone={site().timeZone}
          />
          <TokenForm
            name={error ? param(query, 'name') : ''}
            days={error ? param(query, 'days') : ''}
            scopes={error ? param(query, 'scopes').split(' ') : []}
          />
        </>
      ) : null}
    </SettingsPage>
  );
}
