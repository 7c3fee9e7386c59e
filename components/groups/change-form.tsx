import { Button } from '@/components/ui/button';
import { Choice, Choices } from '@/components/ui/choice';
import { NameFields } from '@/components/ui/name-fields';
import { GROUP_LIMITS } from '@/lib/groups/schema';
import type { Group } from '@/lib/groups/types';
import { formPath } from '@/lib/registry/form-path';

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

export function ChangeForm({ group }: { group: Group }) {
  return (
    <form method="post" action={formPath('groups/updateGroup')} className="space-y-5">
      <input type="hidden" name="slug" value={group.slug} />
      <NameFields name={group.name} description={group.description} limits={GROUP_LIMITS} />
      <Choices legend="Who sees it">
        {CHOICES.map((choice) => (
          <Choice
            key={choice.value}
            type="radio"
            name="visibility"
            defaultChecked={group.visibility === choice.value}
            {...choice}
          />
        ))}
      </Choices>
      <Button type="submit" variant="primary">
        Save
      </Button>
    </form>
  );
}
