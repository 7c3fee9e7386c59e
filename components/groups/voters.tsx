import { ReaderLink } from '@/components/people/reader-link';
import type { GroupVotes } from '@/lib/groups/types';

/** Names shown in a row. */
const NAMED = 12;

/** Members who upvoted a paper by name, and a count of those whose votes are private. */
export function Voters({ votes, named }: Pick<GroupVotes, 'votes' | 'named'>) {
  const shown = named.slice(0, NAMED);
  const more = named.length - shown.length;
  const hidden = votes - named.length;
  const parts = [
    ...shown.map(({ handle, name }) => (
      <ReaderLink key={handle} handle={handle} name={name} className="text-ink" />
    )),
    ...(more > 0 ? [`${more} more`] : []),
    ...(hidden > 0
      ? [hidden === 1 ? '1 who keeps votes private' : `${hidden} who keep votes private`]
      : []),
  ];
  return (
    <p>
      <strong className="font-semibold text-ink">
        {votes === 1 ? '1 upvote' : `${votes} upvotes`}
      </strong>{' '}
      here:{' '}
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence never reorder
        <span key={at}>
          {at > 0 ? (at === parts.length - 1 ? ' and ' : ', ') : null}
          {part}
        </span>
      ))}
    </p>
  );
}
