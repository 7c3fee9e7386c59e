import Link from 'next/link';
import { KIND_NAMES, KINDS } from '@/lib/comments/kinds';
import { discussionPath } from '@/lib/comments/paths';
import type { ThreadFilter } from '@/lib/comments/types';

type Props = { slug: string; filter: ThreadFilter };

const choice =
  'inline-flex min-h-7 items-center whitespace-nowrap rounded px-1.5 text-muted hover:text-accent aria-[current=true]:bg-sunken aria-[current=true]:font-medium aria-[current=true]:text-ink';

/** Sorts and filters a paper's threads with plain links; the same for every viewer. */
export function ThreadToolbar({ slug, filter }: Props) {
  const link = (label: string, to: ThreadFilter, current: boolean) => (
    <Link
      key={label}
      href={discussionPath(slug, to)}
      prefetch={false}
      rel="nofollow"
      aria-current={current || undefined}
      className={choice}
    >
      {label}
    </Link>
  );
  const { order, kind, state } = filter;
  return (
    <div className="mb-4 flex flex-wrap gap-x-6 gap-y-1 border-line border-b pb-2 text-sm">
      <nav aria-label="Order of threads" className="flex flex-wrap gap-x-1">
        {link('Best', { ...filter, order: 'best' }, order === 'best')}
        {link('Newest', { ...filter, order: 'newest' }, order === 'newest')}
      </nav>
      <nav aria-label="Kinds of threads" className="flex flex-wrap gap-x-1">
        {link('All', { order }, !kind && !state)}
        {KIND_NAMES.map((name) => link(KINDS[name].plural, { order, kind: name }, kind === name))}
        {link('Open', { order, kind, state: 'open' }, state === 'open')}
        {link('Settled', { order, kind, state: 'settled' }, state === 'settled')}
      </nav>
    </div>
  );
}
