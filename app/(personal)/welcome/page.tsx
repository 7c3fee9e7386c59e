import type { Metadata } from 'next';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { IntentText } from '@/components/people/intent-text';
import { PickHandle } from '@/components/people/pick-handle';
import { SignedIn } from '@/components/people/signed-in';
import { Notice } from '@/components/ui/notice';
import { suggestHandles } from '@/lib/people/service';
import { param, requestIntent } from '@/lib/sign-in/page';
import { site } from '@/lib/site/site';
import { withDeadline } from '@/lib/web/deadline';
import { returnPath, withReturn } from '@/lib/web/return-path';
import { getViewer } from '@/lib/web/session';

export const metadata: Metadata = { title: 'Choose a handle', robots: { index: false } };

/**
 * Renders a message where it could redirect: a page rendered per request sends its status before it
 * decides, and a redirect would then need a script.
 */
export default async function WelcomePage({ searchParams }: PageProps<'/welcome'>) {
  const params = await searchParams;
  const from = returnPath(param(params, 'from'));
  const [viewer, intent] = await Promise.all([getViewer(), requestIntent(from)]);
  return (
    <PageShell width="form">
      <PageHeading hint={intent ? null : 'Choose a handle to finish your account.'}>
        {intent ? (
          <IntentText start="Choose a handle to" {...intent} />
        ) : (
          `Welcome to ${site().name}`
        )}
      </PageHeading>
      {viewer?.handle === null && !viewer.banned ? (
        <PickHandle
          from={from}
          suggestions={await withDeadline(() => suggestHandles({ viewer }))}
          wanted={param(params, 'handle').slice(0, 40)}
          error={param(params, 'error')}
        />
      ) : viewer ? (
        <SignedIn handle={viewer.handle} banned={viewer.banned} from={from} />
      ) : (
        <Notice title="You are not signed in">
          <a href={withReturn('/sign-in', from)} className="text-link">
            Sign in
          </a>{' '}
          to choose a handle.
        </Notice>
      )}
    </PageShell>
  );
}
