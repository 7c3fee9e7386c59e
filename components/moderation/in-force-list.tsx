import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Fold } from '@/components/ui/fold';
import { IN_FORCE_PATH } from '@/lib/moderation/paths';
import { formatDate } from '@/lib/papers/dates';
import { ActForm } from './act-form';

export type InForce = {
  key: string;
  what: ReactNode;
  reason: string | null;
  at: Date | null;
  fields: Record<string, string | number>;
};

type Props = {
  title: string;
  items: InForce[];
  action: string;
  /** Label of the button that undoes the act. */
  button: string;
  timeZone: string;
};

/** Acts in force, each with a form that undoes it. */
export function InForceList({ title, items, action, button, timeZone }: Props) {
  if (items.length === 0) return null;
  const id = title.toLowerCase().replaceAll(' ', '-');
  return (
    <section aria-labelledby={id} className="mb-8">
      <h2 id={id} className="font-semibold">
        {title}
      </h2>
      <ul className="divide-y divide-line">
        {items.map(({ key, what, reason, at, fields }) => (
          <li key={key} className="py-3 text-sm">
            <p className="text-pretty">{what}</p>
            <p className="mt-0.5 break-words text-muted">
              {at ? `Since ${formatDate(at.toISOString(), timeZone)}. ` : ''}
              {reason ? `Reason: ${reason}` : ''}
            </p>
            <Fold label={`${button}…`}>
              <ActForm
                id={key}
                action={action}
                from={IN_FORCE_PATH}
                fields={fields}
                hint="It appears in the public log."
                buttons={
                  <Button type="submit" size="sm">
                    {button}
                  </Button>
                }
              />
            </Fold>
          </li>
        ))}
      </ul>
    </section>
  );
}
