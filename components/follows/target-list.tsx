import Link from 'next/link';
import { FollowButton } from '@/components/people/follow-button';
import { collectionPath } from '@/lib/collections/paths';
import { followKey } from '@/lib/follows/key';
import type { FollowKind, NamedTarget } from '@/lib/follows/types';
import { categoryName } from '@/lib/papers/categories';
import { profilePath } from '@/lib/profiles/paths';

const HEADINGS: Record<FollowKind, string> = {
  topic: 'Topics',
  organization: 'Organizations',
  author: 'Authors',
  reader: 'Readers',
  collection: 'Collections',
};
const ORDER: FollowKind[] = ['topic', 'organization', 'author', 'reader', 'collection'];
const PATHS: Partial<Record<FollowKind, (value: string) => string>> = {
  reader: (handle) => profilePath(handle),
  collection: (key) => collectionPath(key),
};

type Props = {
  targets: NamedTarget[];
  /** Keys of the viewer's follows. */
  followed: ReadonlySet<string>;
  /** Page to return to after following. */
  from: string;
};

/** Follow targets grouped by kind, each with its button. */
export function TargetList({ targets, followed, from }: Props) {
  return (
    <div className="space-y-6">
      {ORDER.map((kind) => {
        const ofKind = targets.filter((target) => target.kind === kind);
        if (ofKind.length === 0) return null;
        return (
          <section key={kind} aria-label={HEADINGS[kind]}>
            <h2 className="mb-1 font-semibold text-muted text-sm">{HEADINGS[kind]}</h2>
            <ul className="divide-y divide-line border-line border-y">
              {ofKind.map((target) => (
                <li key={target.value} className="flex items-center gap-3 py-2">
                  <span className="min-w-0 grow [overflow-wrap:anywhere]">
                    <Named {...target} />
                    <Official {...target} />
                  </span>
                  <FollowButton
                    {...target}
                    from={from}
                    followed={followed.has(followKey(target))}
                  />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function Named({ kind, value, label }: NamedTarget) {
  const path = PATHS[kind]?.(value);
  if (!path) return label;
  return (
    <Link href={path} prefetch={false} className="text-link">
      {label}
    </Link>
  );
}

function Official({ kind, value }: NamedTarget) {
  const name = kind === 'topic' ? categoryName(value) : null;
  return name ? <span className="text-muted text-sm"> {name}</span> : null;
}
