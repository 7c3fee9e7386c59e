import { Notice } from '@/components/ui/notice';
import type { NamedReader } from '@/lib/claims/types';
import { profilePath } from '@/lib/profiles/paths';
import { searchPath } from '@/lib/search/paths';

type Props = { name: string; readers: NamedReader[] };

/** Says that the page groups papers by name, so it may cover several people. */
export function SameName({ name, readers }: Props) {
  return (
    <Notice title="A name, not a person">
      <p>
        Several people may be called {name}, and one person may be written in several ways.{' '}
        <a
          href={searchPath({ q: `author:"${name.replace(/["“”„]/g, '')}"` })}
          rel="nofollow"
          className="text-link"
        >
          Search for the name
        </a>{' '}
        to narrow it down.
      </p>
      {readers.length > 0 ? (
        <ul className="mt-1 flex flex-wrap gap-x-4">
          {readers.map(({ handle, papers }) => (
            <li key={handle}>
              <a href={profilePath(handle)} className="text-link">
                @{handle}
              </a>{' '}
              is confirmed on {papers === 1 ? 'one of these' : `${papers} of these`}
            </li>
          ))}
        </ul>
      ) : null}
    </Notice>
  );
}
