import type { Metadata } from 'next';
import { PageLinks } from '@/components/layout/page-links';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { ReaderFeed } from '@/components/papers/reader-feed';
import { MemberFirst } from '@/components/people/member-first';
import { RowReason } from '@/components/taste/row-reason';
import { SeenOnOpen } from '@/components/taste/seen-on-open';
import { ForYouHint, NothingForYou, TurnOn } from '@/components/taste/states';
import { Undo } from '@/components/taste/undo';
import { buttonClass } from '@/components/ui/button';
import { Outcome } from '@/components/ui/outcome';
import { reasonWords } from '@/lib/base/errors';
import { plainText } from '@/lib/markup/plain';
import { param } from '@/lib/sign-in/page';
import { getForYou, LAST_FOR_YOU_PAGE } from '@/lib/taste/data';
import { doneWords, PROBLEMS } from '@/lib/taste/messages';
import { FOR_YOU_PATH, forYouPath, TASTE_PATH } from '@/lib/taste/paths';
import { pageNumber } from '@/lib/web/page-number';
import { getViewer } from '@/lib/web/session';

export const metadata: Metadata = { title: 'For you', robots: { index: false } };

export default async function ForYouRoute({ searchParams }: PageProps<'/for-you'>) {
  const params = await searchParams;
  const viewer = await getViewer();
  const without = /^\d{1,15}$/.test(param(params, 'without'))
    ? Number(param(params, 'without'))
    : 0;
  const error = param(params, 'error');
  const found = viewer?.handle
    ? await getForYou(viewer.id, pageNumber(param(params, 'page'), LAST_FOR_YOU_PAGE))
    : null;
  return (
    <PageShell>
      <PageHeading
        hint="New papers from the last 14 days, ordered by your taste. Only you see this."
        aside={
          found && !found.state.off ? (
            <a href={TASTE_PATH} className={buttonClass({ size: 'sm' })}>
              Your taste
            </a>
          ) : null
        }
      >
        For you
      </PageHeading>
      {!found ? (
        <MemberFirst
          viewer={viewer}
          from={FOR_YOU_PATH}
          purpose="see new papers ordered by what you upvote and save"
        />
      ) : found.state.off ? (
        <TurnOn />
      ) : (
        <div className="space-y-3">
          <Outcome
            done={doneWords(param(params, 'done'))}
            error={error && reasonWords(error, PROBLEMS)}
          />
          {without ? <Undo paperId={without} /> : null}
          <ForYouHint state={found.state} />
          {found.papers.length > 0 ? (
            <SeenOnOpen>
              <ReaderFeed
                papers={found.papers}
                renderNote={({ id, title }) => (
                  <RowReason paperId={id} title={plainText(title)} why={found.why.get(id)} />
                )}
              />
            </SeenOnOpen>
          ) : (
            <NothingForYou last={found.page > 1} />
          )}
          <PageLinks path={forYouPath} page={found.page} more={found.more} />
        </div>
      )}
    </PageShell>
  );
}
