import { Field, Input, Textarea } from '@/components/ui/field';
import { GROUP_LIMITS } from '@/lib/groups/schema';

type Props = { name: string; description: string; error?: string };

/** A group's name and description, for making one and for changing it. */
export function GroupFields({ name, description, error }: Props) {
  return (
    <>
      <Field id="name" label="Name" error={error}>
        {(control) => (
          <Input
            {...control}
            name="name"
            required
            minLength={2}
            maxLength={GROUP_LIMITS.name}
            defaultValue={name}
            autoComplete="off"
          />
        )}
      </Field>
      <Field id="description" label="Description" hint="Plain text. It may stay empty.">
        {(control) => (
          <Textarea
            {...control}
            name="description"
            maxLength={GROUP_LIMITS.description}
            defaultValue={description}
            rows={3}
          />
        )}
      </Field>
    </>
  );
}
