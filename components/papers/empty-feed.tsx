import Link from 'next/link';
import type { ReactNode } from 'react';
import { Empty } from '@/components/layout/empty';
import { buttonClass } from '@/components/ui/button';
import type { Feed } from '@/lib/papers/paths';

type Props = { title?: string; children?: ReactNode; feed?: Feed };

export function EmptyFeed({ feed, title = titleOf(feed), children }: Props) {
  return (
    <Empty
      title={title}
      actions={
        <>
          <Link href="/submit" prefetch={false} className={buttonClass({ variant: 'primary' })}>
            Submit a paper
          </Link>
          {feed && feed.kind !== 'trending' ? (
            <Link href="/" prefetch={false} className={buttonClass()}>
              Trending papers
            </Link>
          ) : null}
        </>
      }
    >
      {children ?? reasonOf(feed)}
    </Empty>
  );
}

function reasonOf(feed?: Feed): string {
  switch (feed?.kind) {
    case 'code-momentum':
      return 'Stars are counted once a day on sites with star counting turned on.';
    case 'discussed':
      return 'Papers appear here once they have comments.';
    case 'with-code':
      return 'Papers appear here once their code is known.';
    default:
      return 'Papers appear here once they are submitted.';
  }
}

function titleOf(feed?: Feed): string {
  switch (feed?.kind) {
    case 'topic':
      return `No papers in ${feed.topic} yet`;
    case 'year':
      return `No papers published in ${feed.year} yet`;
    case 'with-code':
      return 'No papers with code yet';
    case 'code-momentum':
      return 'No repository has gained stars in the last week';
    case 'discussed':
      return 'No comments in the last 30 days';
    default:
      return 'No papers here yet';
  }
}
