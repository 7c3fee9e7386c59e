import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SameName } from '@/components/claims/same-name';
import { PageLinks } from '@/components/layout/page-links';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { ReaderFeed } from '@/components/papers/reader-feed';
import { FollowButton } from '@/components/people/follow-button';
import { getAuthorPage, LAST_AUTHOR_PAGE } from '@/lib/claims/data';
import { readName } from '@/lib/claims/names';
import { authorPath } from '@/lib/claims/paths';
import { param } from '@/lib/sign-in/page';
import { inTitle } from '@/lib/site/title';
import { pageNumber } from '@/lib/web/page-number';

type Props = PageProps<'/author/[name]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const name = readName((await params).name);
  return {
    title: inTitle(name ? `Papers by ${name}` : 'Papers by a name'),
    robots: { index: false },
  };
}

/** All papers with an author of this name. proxy.ts returns 404 if there are none. */
export default async function AuthorPage({ params, searchParams }: Props) {
  const name = readName((await params).name);
  const number = pageNumber(param(await searchParams, 'page'), LAST_AUTHOR_PAGE);
  const found = name === null ? null : await getAuthorPage(name, number);
  if (!found) notFound();
  return (
    <PageShell>
      <PageHeading
        aside={
          <FollowButton
            kind="author"
            value={found.name}
            label={found.name}
            from={authorPath(found.name)}
          />
        }
      >
        <span className="[overflow-wrap:anywhere]">Papers by {found.name}</span>
      </PageHeading>
      <SameName name={found.name} readers={found.readers} />
      <div className="mt-4">
        <ReaderFeed papers={found.papers} renderNote={() => null} />
        <PageLinks
          path={(to) => authorPath(found.name, to)}
          page={found.page}
          more={found.more}
          endless
        />
      </div>
    </PageShell>
  );
}
