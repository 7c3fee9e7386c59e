import Link from 'next/link';
import { ReaderLink } from '@/components/people/reader-link';
import { collectionPath } from '@/lib/collections/paths';
import type { FollowReason } from '@/lib/follows/types';
import { feedPath } from '@/lib/papers/paths';

/** Reasons named in a row; the rest are counted. */
const NAMED = 4;

/** "Because you follow cs.CV, Ada Lovelace and @grace, who upvoted it". */
export function Reasons({ reasons }: { reasons: FollowReason[] }) {
  if (reasons.length === 0) return null;
  const once = joined(reasons);
  const more = once.length - NAMED;
  return (
    <p>
      Because you follow{' '}
      {once.slice(0, NAMED).map(({ kind, value, label, deeds }, at) => (
        <span key={`${kind} ${value}`}>
          {at > 0 ? (at === once.length - 1 ? ' and ' : ', ') : null}
          {kind === 'topic' ? (
            <Link
              href={feedPath({ kind: 'topic', topic: value, order: 'trending' })}
              prefetch={false}
              className="text-link"
            >
              {label}
            </Link>
          ) : kind === 'reader' ? (
            <ReaderLink handle={value} className="text-ink" />
          ) : kind === 'collection' ? (
            <Link href={collectionPath(value)} prefetch={false} className="text-link">
              {label}
            </Link>
          ) : (
            <span className="text-ink">{label}</span>
          )}
          {deeds.length ? ` (${deeds.join(' and ')} it)` : null}
        </span>
      ))}
      {more > 0 ? ` and ${more} more` : null}
    </p>
  );
}

type Joined = Omit<FollowReason, 'how'> & { deeds: string[] };

/** Merges submitting and upvoting by the same user into one reason. */
function joined(reasons: FollowReason[]): Joined[] {
  const found = new Map<string, Joined>();
  for (const { how, ...target } of reasons) {
    const key = `${target.kind} ${target.value}`;
    const known = found.get(key) ?? { ...target, deeds: [] };
    if (how !== 'of') known.deeds.push(how);
    found.set(key, known);
  }
  return [...found.values()];
}
