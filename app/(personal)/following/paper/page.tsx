import type { Metadata } from 'next';
import { AuthorFilter } from '@/components/follows/author-filter';
import { TargetList } from '@/components/follows/target-list';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { Notice } from '@/components/ui/notice';
import { getPaperTargets, listFollows } from '@/lib/follows/data';
import { followKey } from '@/lib/follows/key';
import { paperTargetsPath } from '@/lib/follows/paths';
import { paperPath, SLUG } from '@/lib/papers/paths';
import { param } from '@/lib/sign-in/page';
import { getViewer } from '@/lib/web/session';

export const metadata: Metadata = { title: 'Follow', robots: { index: false } };

/** Authors listed at once; a longer list gets a filter by name. */
const MOST = 200;

export default async function PaperTargetsPage({ searchParams }: PageProps<'/following/paper'>) {
  const params = await searchParams;
  const slug = param(params, 'slug');
  const wanted = param(params, 'name').slice(0, 100);
  const viewer = await getViewer();
  const found = SLUG.test(slug) ? await getPaperTargets(slug) : null;
  const followed = new Set(viewer ? (await listFollows(viewer.id)).map(followKey) : []);
  if (!found) {
    return (
      <PageShell width="form">
        <PageHeading>Follow</PageHeading>
        <Notice kind="caution">There is no such paper here.</Notice>
      </PageShell>
    );
  }
  const authors = found.targets.filter(({ kind }) => kind === 'author');
  const fitting = authors.filter(({ label }) => label.toLowerCase().includes(wanted.toLowerCase()));
  const others = found.targets.filter(({ kind }) => kind !== 'author');
  return (
    <PageShell width="form">
      <PageHeading hint="Papers of what you follow come together on your Following page.">
        Follow what brought this paper
      </PageHeading>
      <p className="mb-6">
        <a href={paperPath(found.paper.slug)} className="font-serif text-link">
          {found.paper.title}
        </a>
      </p>
      <TargetList targets={others} followed={followed} from={paperTargetsPath(slug)} />
      <div className="mt-6 space-y-3">
        {authors.length > 20 ? (
          <AuthorFilter
            slug={slug}
            name={wanted}
            all={authors.length}
            fitting={fitting.length}
            shown={Math.min(fitting.length, MOST)}
          />
        ) : null}
        <TargetList
          targets={fitting.slice(0, MOST)}
          followed={followed}
          from={paperTargetsPath(slug)}
        />
      </div>
    </PageShell>
  );
}
