import Link from 'next/link';
import { profilePath } from '@/lib/profiles/paths';

type Props = { handle: string; name?: string | null; className?: string };

/** `@handle`, linked to the user's profile. */
export function ReaderLink({ handle, name, className = '' }: Props) {
  return (
    <Link
      href={profilePath(handle)}
      prefetch={false}
      title={name ?? undefined}
      className={`quiet-link ${className}`}
    >
      @{handle}
    </Link>
  );
}
