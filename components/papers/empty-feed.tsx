import Link from 'next/link';
import type { ReactNode } from 'react';
import { Logo } from '@/components/layout/logo';
import { buttonClass } from '@/components/ui/button';
import type { Feed } from '@/lib/papers/paths';

type Props = { title?: string; children?: ReactNode; feed?: Feed };

/** Low tide: a feed without papers says so and where to go. */
export function EmptyFeed({ feed, title = titleOf(feed), children }: Props) {
  return (
    <div className="rounded-lg border border-line border-dashed px-6 py-14 text-center">
      <Logo className="mx-auto size-10 text-line-strong" />
      <p className="mt-3 font-semibold">{title}</p>
      <p className="mx-auto mt-1 max-w-sm text-muted text-sm">
        {children ?? 'Papers appear as soon as somebody submits one.'}
      </p>
      <p className="mt-4 flex flex-wrap justify-center gap-2">
        <Link href="/submit" prefetch={false} className={buttonClass({ variant: 'primary' })}>
          Submit a paper
        </Link>
        {feed && feed.kind !== 'trending' ? (
          <Link href="/" prefetch={false} className={buttonClass()}>
            Trending papers
          </Link>
        ) : null}
      </p>
    </div>
  );
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
      return 'No repository has won stars in the last week, or none was counted';
    case 'discussed':
      return 'No comments in the last 30 days';
    default:
      return 'No papers here yet';
  }
}
