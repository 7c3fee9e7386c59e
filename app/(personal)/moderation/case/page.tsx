import type { Metadata } from 'next';
import { OwnActItem } from '@/components/appeals/own-act';
import { Empty } from '@/components/layout/empty';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { buttonClass } from '@/components/ui/button';
import { listOwnActs } from '@/lib/appeals/data';
import { CASE_PATH, casePath } from '@/lib/appeals/paths';
import { param } from '@/lib/sign-in/page';
import { site } from '@/lib/site/site';
import { withReturn } from '@/lib/web/return-path';
import { getViewer } from '@/lib/web/session';

export const metadata: Metadata = { title: 'What moderators did', robots: { index: false } };

const ID = /^[1-9]\d{0,14}$/;

/** For the affected user, who may be banned: one moderation act or all of them, and the appeal. */
export default async function CasePage({ searchParams }: PageProps<'/moderation/case'>) {
  const params = await searchParams;
  const entry = ID.test(param(params, 'entry')) ? Number(param(params, 'entry')) : undefined;
  const viewer = await getViewer();
  const title = 'What moderators did about you';
  if (!viewer?.handle) {
    const here = entry === undefined ? CASE_PATH : casePath(entry);
    return (
      <PageShell width="form">
        <PageHeading hint="Sign in to see it, and to answer. A banned account can do that, too.">
          {title}
        </PageHeading>
        <a href={withReturn('/sign-in', here)} className={buttonClass({ variant: 'primary' })}>
          Sign in
        </a>
      </PageShell>
    );
  }
  const acts = await listOwnActs({ id: viewer.id, handle: viewer.handle }, entry);
  return (
    <PageShell width="form">
      <PageHeading hint="Only you see this page. Each act can be answered once; moderators see your answer and reply here.">
        {title}
      </PageHeading>
      {acts.length === 0 ? (
        <Empty title={entry === undefined ? 'Nothing so far' : 'This entry is not about you'} />
      ) : null}
      <ol className="divide-y divide-line border-line border-y empty:hidden">
        {acts.map((act) => (
          <OwnActItem
            key={act.entry.id}
            act={act}
            timeZone={site().timeZone}
            said={
              act.entry.id === entry
                ? {
                    words: param(params, 'words'),
                    error: param(params, 'error'),
                    done: param(params, 'done'),
                  }
                : null
            }
          />
        ))}
      </ol>
      {entry === undefined ? null : (
        <p className="mt-4 text-sm">
          <a href={CASE_PATH} className="text-link">
            Everything about you
          </a>
        </p>
      )}
    </PageShell>
  );
}
