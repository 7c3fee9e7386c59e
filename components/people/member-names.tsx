import { ReaderLink } from './reader-link';

type Member = {
  handle: string;
  name: string | null;
  /** The member's role, for display. */
  part: string | null;
};

type Props = {
  members: Member[];
  /** Number of members whose membership is not public. */
  unnamed?: number;
};

/** Members shown before the fold. */
const SHOWN = 24;

/** A list of members; a long one is folded. */
export function MemberNames({ members, unnamed = 0 }: Props) {
  const rest = members.slice(SHOWN);
  return (
    <div className="text-sm">
      <Names members={members.slice(0, SHOWN)} />
      {rest.length > 0 ? (
        <details className="group">
          <summary className="inline-flex min-h-7 items-center text-accent">
            <span className="group-open:hidden">and {rest.length} more</span>
            <span className="hidden group-open:inline">Show fewer</span>
          </summary>
          <Names members={rest} />
        </details>
      ) : null}
      {unnamed > 0 ? (
        <p className="text-muted">
          {members.length > 0
            ? `and ${unnamed} ${unnamed === 1 ? 'other' : 'others'}`
            : `${unnamed} who ${unnamed === 1 ? 'is' : 'are'} not named`}
        </p>
      ) : null}
    </div>
  );
}

function Names({ members }: { members: Member[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {members.map(({ handle, name, part }) => (
        <li key={handle} className="min-w-0 [overflow-wrap:anywhere]">
          <ReaderLink handle={handle} name={name} />
          {part ? <span className="text-muted"> ({part})</span> : null}
        </li>
      ))}
    </ul>
  );
}
