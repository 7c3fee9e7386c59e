import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { LeaveForm } from '@/components/groups/leave-form';
import { WeekSection } from '@/components/groups/week-section';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { MemberNames } from '@/components/people/member-names';
import { peopleWords } from '@/components/people/people-words';
import { Badge } from '@/components/ui/badge';
import { buttonClass } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { getGroup, getGroupWeek, listGroupMembers } from '@/lib/groups/data';
import { groupProblem } from '@/lib/groups/messages';
import { managePath } from '@/lib/groups/paths';
import { LAST_PAGE } from '@/lib/papers/paths';
import { param } from '@/lib/sign-in/page';
import { inTitle } from '@/lib/site/title';
import { pageNumber } from '@/lib/web/page-number';
import { getViewer } from '@/lib/web/session';

type Props = PageProps<'/g/[slug]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const group = await getGroup(await getViewer(), (await params).slug);
  return { title: inTitle(group?.name ?? 'Not found'), robots: { index: false } };
}

/** proxy.ts returns 404 to viewers who may not see this group. */
export default async function GroupPage({ params, searchParams }: Props) {
  const [{ slug }, query, viewer] = [await params, await searchParams, await getViewer()];
  const group = await getGroup(viewer, slug);
  if (!group) notFound();
  const page = pageNumber(param(query, 'page'), LAST_PAGE);
  const [week, members] = await Promise.all([
    getGroupWeek(group, param(query, 'week'), page),
    listGroupMembers(group),
  ]);
  const error = param(query, 'error');
  return (
    <PageShell>
      <PageHeading
        hint={
          <span className="flex flex-wrap items-baseline gap-x-2">
            {peopleWords(group.members)}
            <Badge>{group.visibility === 'everybody' ? 'public' : 'for its members only'}</Badge>
          </span>
        }
        aside={
          group.you === 'owner' ? (
            <Link href={managePath(slug)} prefetch={false} className={buttonClass({ size: 'sm' })}>
              Manage
            </Link>
          ) : null
        }
      >
        <span className="[overflow-wrap:anywhere]">{group.name}</span>
      </PageHeading>
      {error ? (
        <div className="mb-4">
          <Notice kind="danger" role="alert">
            {groupProblem(param(query, 'about'), error)}
          </Notice>
        </div>
      ) : null}
      {group.description ? (
        <p className="mb-5 max-w-prose whitespace-pre-line">{group.description}</p>
      ) : null}
      <WeekSection slug={slug} {...week} />
      <section aria-labelledby="members" className="mt-8">
        <h2 id="members" className="mb-1 font-semibold text-muted text-sm">
          Members
        </h2>
        <MemberNames
          members={members.map(({ handle, name, owner }) => ({
            handle,
            name,
            part: owner ? 'owner' : null,
          }))}
        />
        {group.you === 'member' ? <LeaveForm slug={slug} /> : null}
      </section>
    </PageShell>
  );
}
