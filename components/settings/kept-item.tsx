import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';

type Props = {
  title: ReactNode;
  about: ReactNode;
  /** The form that removes the item; unset if it cannot be removed. */
  remove?: {
    action: string;
    fields: Record<string, string | number>;
    button: string;
    /** Accessible name of the button. */
    label: string;
  };
  /** Further actions. */
  children?: ReactNode;
};

/** A row of the settings: an item with a button that removes it. */
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

export const KeptList = ({ label, children }: { label?: string; children: ReactNode }) => (
  <ul aria-label={label} className="divide-y divide-line border-line border-y">
    {children}
  </ul>
);
