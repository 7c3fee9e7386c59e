import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { ReaderLink } from './reader-link';

type Named = { handle: string; name: string | null };

type Props<Member extends Named> = {
  /** All but the viewer. */
  members: Member[];
  /** What else is to be known of one. */
  note?: (member: Member) => string;
  renderActs: (member: Member) => ReactNode;
};

/** The other members, with what the one who manages them can do about each. */
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
  /** Which of several things the form does. */
  act?: string;
  /** The button's name, where its words alone do not say whom it is about. */
  label?: string;
  variant?: 'danger' | 'secondary';
  children: ReactNode;
};

/** One thing to do about a member. */
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
