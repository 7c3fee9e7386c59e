import Link from 'next/link';
import { plural } from '@/lib/base/plural';
import { formatCount } from '@/lib/papers/dates';
import type { Upvoter } from '@/lib/papers/types';
import { profilePath } from '@/lib/profiles/paths';
import { Face } from './face';

/** Faces shown; the rest are counted. */
const SHOWN = 8;

type Props = {
  /** Users whose votes are public, latest first. */
  readers: Upvoter[];
  /** All upvoters, including those with private votes. */
  total: number;
};

/**
 * Overlapping avatars, each linked to a profile, and a count of the rest. At least 24 px of every
 * avatar stay uncovered, the minimum target size of WCAG 2.5.8.
 */
export function Faces({ readers, total }: Props) {
  const shown = readers.slice(0, SHOWN);
  const rest = total - shown.length;
  return (
    <ul className="flex items-center pl-1">
      {shown.map(({ handle, name, picture }) => (
        <li key={handle} className="-ml-1">
          <Link
            href={profilePath(handle)}
            prefetch={false}
            title={name ? `${name} (@${handle})` : `@${handle}`}
            className="block rounded-full ring-2 ring-page hover:ring-accent"
          >
            <Face handle={handle} picture={picture} />
            <span className="sr-only">@{handle}</span>
          </Link>
        </li>
      ))}
      {rest > 0 ? (
        <li className="ml-1.5 text-muted text-sm tabular-nums">
          {shown.length > 0 ? `+${formatCount(rest)}` : plural(rest, 'reader')}
        </li>
      ) : null}
    </ul>
  );
}
