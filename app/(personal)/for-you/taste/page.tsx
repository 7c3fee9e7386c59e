import type { Metadata } from 'next';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { MemberFirst } from '@/components/people/member-first';
import { NotInteresting } from '@/components/taste/not-interesting';
import { PrivateFeed } from '@/components/taste/private-feed';
import { StartForm } from '@/components/taste/start-form';
import { TurnOn } from '@/components/taste/states';
import { TasteModel } from '@/components/taste/taste-model';
import { WeightForm } from '@/components/taste/weight-form';
import { Outcome } from '@/components/ui/outcome';
import { siteUrl } from '@/lib/base/env';
import { reasonWords } from '@/lib/base/errors';
import { param } from '@/lib/sign-in/page';
import { getTastePage } from '@/lib/taste/data';
import { doneWords, PROBLEMS } from '@/lib/taste/messages';
import { FOR_YOU_PATH, TASTE_PATH } from '@/lib/taste/paths';
import { unknownTopic } from '@/lib/taste/schema';
import { getViewer } from '@/lib/web/session';

export const metadata: Metadata = { title: 'Your taste', robots: { index: false } };

export default async function TasteRoute({ searchParams }: PageProps<'/for-you/taste'>) {
  const params = await searchParams;
  const viewer = await getViewer();
  const number = (name: string) => Number(/^\d{1,6}$/.exec(param(params, name))?.[0] ?? 0);
  const error = param(params, 'error');
  const done = doneWords(param(params, 'done'), {
    papers: number('papers'),
    missing: number('missing'),
    topics: number('topics'),
  });
  const typed = { text: param(params, 'text'), topics: param(params, 'wanted') };
  const taste = viewer?.handle ? await getTastePage(viewer.id) : null;
  return (
    <PageShell width="form">
      <PageHeading
        hint={
          <>
            What{' '}
            <a href={FOR_YOU_PATH} className="text-link">
              For you
            </a>{' '}
            has learned from what you upvote, save and follow. Only you see this.
          </>
        }
      >
        Your taste
      </PageHeading>
      {!taste ? (
        <MemberFirst
          viewer={viewer}
          from={TASTE_PATH}
          purpose="see and change what For you has learned"
        />
      ) : (
        <div className="space-y-10">
          <Outcome done={done} error={error && reasonWords(error, PROBLEMS)} />
          {taste.state.off ? <TurnOn /> : <WeightForm weights={taste.weights} />}
          <StartForm typed={typed} unknownTopic={unknownTopic(typed.topics)} />
          {taste.state.off ? null : (
            <>
              <NotInteresting papers={taste.disliked} />
              <PrivateFeed token={taste.token} url={siteUrl()} />
            </>
          )}
          <TasteModel taste={taste} />
        </div>
      )}
    </PageShell>
  );
}
