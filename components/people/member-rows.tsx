import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { ReaderLink } from './reader-link';

type Named = { handle: string; name: string | null };

type Props<Member extends Named> = {
  /** All members except the viewer. */
  members: Member[];
  /** Extra text about a member. */
  note?: (member: Member) => string;
  renderActs: (member: Member) => ReactNode;
};

/** The other members, each with the actions of their manager. */
export function MemberRows<Member extends Named>({ members, note, renderActs }: Props<Member>) {
  if (members.length === 0) {
    return <p className="text-muted text-sm">Nobody but you so far. Invite people by a link.</p>;
  }
  return (
    <ul className="divide-y divide-line border-line border-y text-sm">
      {members.map((member) => (
        <li key={member.handle} className="flex flex-wrap items-start gap-x-4 gap-y-1 py-2">
          <span className="min-w-0 grow basis-40 pt-1 [overflow-wrap:anywhere]">
            <ReaderLink handle={member.handle} />{' '}
            <span className="text-muted">
              {[member.name, note?.(member)].filter(Boolean).join(' · ')}
            </span>
          </span>
          <div className="flex flex-wrap items-start gap-x-4">{renderActs(member)}</div>
        </li>
      ))}
    </ul>
  );
}

type FormProps = {
  action: string;
  slug: string;
  handle: string;
  /** The form's action, if it has several. */
  act?: string;
  /** Accessible name of the button, if its text does not name the member. */
  label?: string;
  variant?: 'danger' | 'secondary';
  children: ReactNode;
};

/** A form that performs one action on a member. */
export function MemberForm({ action, slug, handle, act, label, variant, children }: FormProps) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="handle" value={handle} />
      {act ? <input type="hidden" name="act" value={act} /> : null}
      <Button type="submit" size="sm" variant={variant} aria-label={label}>
        {children}
      </Button>
    </form>
  );
}
