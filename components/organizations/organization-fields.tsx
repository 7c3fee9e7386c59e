import { Field, Input, Textarea } from '@/components/ui/field';
import { ORGANIZATION_LIMITS } from '@/lib/organizations/schema';

/** What an organization is called and says about itself. */
export function OrganizationFields({ name, description }: { name: string; description: string }) {
  return (
    <>
      <Field id="name" label="Name">
        {(control) => (
          <Input
            {...control}
            name="name"
            required
            minLength={2}
            maxLength={ORGANIZATION_LIMITS.name}
            defaultValue={name}
            autoComplete="off"
          />
        )}
      </Field>
      <Field id="description" label="Description" hint="Plain text; it may stay empty.">
        {(control) => (
          <Textarea
            {...control}
            name="description"
            rows={4}
            maxLength={ORGANIZATION_LIMITS.description}
            defaultValue={description}
          />
        )}
      </Field>
    </>
  );
}
