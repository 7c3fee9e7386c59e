import Link from 'next/link';
import type { ReactNode } from 'react';
import { Logo } from '@/components/layout/logo';
import { buttonClass } from '@/components/ui/button';

type Props = { title?: string; children?: ReactNode };

/** Low tide: a feed without papers says so and where to go. */
export function EmptyFeed({ title = 'No papers here yet', children }: Props) {
  return (
    <div className="rounded-lg border border-line border-dashed px-6 py-14 text-center">
      <Logo className="mx-auto size-10 text-line-strong" />
      <p className="mt-3 font-semibold">{title}</p>
      <p className="mx-auto mt-1 max-w-sm text-muted text-sm">
        {children ?? 'Papers appear as soon as somebody submits one.'}
      </p>
      <p className="mt-4">
        <Link href="/submit" prefetch={false} className={buttonClass({ variant: 'primary' })}>
          Submit a paper
        </Link>
      </p>
    </div>
  );
}
