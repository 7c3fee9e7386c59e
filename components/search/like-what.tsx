import Link from 'next/link';
import { paperPath } from '@/lib/papers/paths';

/** Names the papers of a `like:` search. */
export function LikeWhat({ papers }: { papers: { slug: string; title: string }[] }) {
  return (
    <p className="mb-1 break-words text-sm">
      Papers like{' '}
      {papers.map(({ slug, title }, at) => (
        <span key={slug}>
          {at > 0 ? ' or ' : null}
          <Link href={paperPath(slug)} prefetch={false} className="font-semibold text-link">
            {title}
          </Link>
        </span>
      ))}
    </p>
  );
}
