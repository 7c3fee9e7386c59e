import type { Metadata } from 'next';
import { PageHeading } from '@/components/layout/page-shell';
import { MemberFirst } from '@/components/people/member-first';
import { SettingsShell } from '@/components/settings/settings-shell';
import { TokenForm } from '@/components/settings/token-form';
import { TokenList } from '@/components/settings/token-list';
import { Notice } from '@/components/ui/notice';
import { param } from '@/lib/auth/page';
import { getViewer } from '@/lib/auth/session';
import { requestCookie } from '@/lib/http/cookie';
import { site } from '@/lib/site/site';
import { getTokens } from '@/lib/tokens/data';
import { TOKENS_PATH } from '@/lib/tokens/paths';
import { tokenCookie } from '@/lib/tokens/token-cookie';
import { tokenProblem } from '@/lib/tokens/words';

export const metadata: Metadata = { title: 'API tokens', robots: { index: false } };

export default async function TokensPage({ searchParams }: PageProps<'/settings/tokens'>) {
  const query = await searchParams;
  const viewer = await getViewer();
  const handed = await requestCookie(tokenCookie());
  const tokens = viewer?.handle ? await getTokens(viewer.id, handed) : null;
  const error = param(query, 'error');
  return (
    <SettingsShell current={TOKENS_PATH}>
      <PageHeading
        hint={
          <>
            With a token a program of yours can vote and write here.{' '}
            <a href="/docs/api" className="text-link">
              What programs can ask
            </a>
          </>
        }
      >
        API tokens
      </PageHeading>
      {tokens ? (
        <div className="space-y-6">
          {error ? (
            <Notice kind="danger" role="alert">
              {tokenProblem(error)}
            </Notice>
          ) : param(query, 'done') === 'revoked' ? (
            <Notice kind="success" role="status">
              Revoked. It does nothing any more.
            </Notice>
          ) : null}
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
        </div>
      ) : (
        <MemberFirst viewer={viewer} from={TOKENS_PATH} purpose="make tokens" />
      )}
    </SettingsShell>
  );
}
