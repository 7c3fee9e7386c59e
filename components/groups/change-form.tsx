import { Button } from '@/components/ui/button';
import { NameFields } from '@/components/ui/name-fields';
import { GROUP_LIMITS } from '@/lib/groups/schema';
import type { Group } from '@/lib/groups/types';

const CHOICES = [
  {
    value: 'members',
    label: 'Its members only',
    hint: 'For everybody else there is no such group.',
  },
  {
    value: 'everybody',
    label: 'Everybody',
    hint: 'Its page, with its members and what they upvoted, is open to anybody, signed in or not.',
  },
] as const;

/** Name, description, and who sees a group. */
export function ChangeForm({ group }: { group: Group }) {
  return (
    <form method="post" action="/api/groups/update" className="max-w-lg space-y-4">
      <input type="hidden" name="slug" value={group.slug} />
      <NameFields name={group.name} description={group.description} limits={GROUP_LIMITS} />
      <fieldset className="space-y-2">
        <legend className="mb-1.5 font-medium text-sm">Who sees it</legend>
        {CHOICES.map(({ value, label, hint }) => (
          <div key={value} className="flex gap-3">
            <input
              type="radio"
              id={`visible-${value}`}
              name="visibility"
              value={value}
              defaultChecked={group.visibility === value}
              aria-describedby={`visible-${value}-hint`}
              className="mt-1 size-4 shrink-0 accent-accent"
            />
            <div>
              <label htmlFor={`visible-${value}`}>{label}</label>
              <p id={`visible-${value}-hint`} className="text-muted text-sm">
                {hint}
              </p>
            </div>
          </div>
        ))}
      </fieldset>
      <Button type="submit" variant="primary">
        Save
      </Button>
    </form>
  );
}
