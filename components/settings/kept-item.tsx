import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';

type Props = {
  title: ReactNode;
  about: ReactNode;
  /** The form that takes it away; none for what stays. */
  remove?: {
    action: string;
    fields: Record<string, string | number>;
    button: string;
    /** What the button says to those who do not see the row. */
    label: string;
  };
  /** What else can be done with it. */
  children?: ReactNode;
};

/** A row of what a reader has set up: what it is, and how to be rid of it. */
export function KeptItem({ title, about, remove, children }: Props) {
  return (
    <li className="py-3 text-sm">
      <div className="flex items-start gap-4">
        <div className="min-w-0 grow [overflow-wrap:anywhere]">
          <p className="font-medium">{title}</p>
          <p className="text-muted">{about}</p>
        </div>
        {remove ? (
          <form method="post" action={remove.action} className="shrink-0">
            {Object.entries(remove.fields).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <Button type="submit" size="sm" aria-label={remove.label}>
              {remove.button}
            </Button>
          </form>
        ) : null}
      </div>
      {children}
    </li>
  );
}

/** Rows of one kind. */
export const KeptList = ({ label, children }: { label?: string; children: ReactNode }) => (
  <ul aria-label={label} className="divide-y divide-line border-line border-y">
    {children}
  </ul>
);
