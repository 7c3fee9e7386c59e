import type { Metadata } from 'next';
import { SettingsOutcome } from '@/components/settings/outcome';
import { SessionList } from '@/components/settings/session-list';
import { SettingsPage } from '@/components/settings/settings-page';
import { getOwnSessions } from '@/lib/account/data';
import { SESSION_MESSAGES } from '@/lib/account/messages';
import { param } from '@/lib/sign-in/page';
import { site } from '@/lib/site/site';
import { getTokens } from '@/lib/tokens/data';
import { getSessionToken, getViewer } from '@/lib/web/session';

export const metadata: Metadata = { title: 'Sessions', robots: { index: false } };

export default async function SessionsPage({ searchParams }: PageProps<'/settings/sessions'>) {
  const params = await searchParams;
  const viewer = await getViewer();
  const [sessions, tokens] = viewer
    ? await Promise.all([getOwnSessions(viewer, await getSessionToken()), getTokens(viewer.id, '')])
    : [null, []];
  return (
    <SettingsPage
      current="/settings/sessions"
      title="Sessions"
      hint="Where you are signed in. We store no address or location."
      purpose="see your sessions"
    >
      {sessions ? (
        <>
          <SettingsOutcome
            done={param(params, 'done')}
            about={param(params, 'about')}
            error={param(params, 'error')}
            words={SESSION_MESSAGES}
          />
          <SessionList
            sessions={sessions}
            tokens={tokens.filter(({ expired }) => !expired).length}
            timeZone={site().timeZone}
          />
        </>
      ) : null}
    </SettingsPage>
  );
}
