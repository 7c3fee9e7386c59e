import { Button } from '@/components/ui/button';
import { Field, Input, Textarea } from '@/components/ui/field';
import { PROFILE_LIMITS, type ProfileFields } from '@/lib/people/schema';
import { formPath } from '@/lib/registry/form-path';

type Props = {
  fields: ProfileFields;
  /** Errors by field. */
  errors: Partial<Record<keyof ProfileFields, string>>;
  orcidVerified: boolean;
};

/** The user's public profile. */
export function ProfileForm({ fields, errors, orcidVerified }: Props) {
  return (
    <form method="post" action={formPath('people/saveProfile')} className="max-w-lg space-y-5">
      <Field id="name" label="Name" error={errors.name} hint="Shown next to your handle. Optional.">
        {(control) => (
          <Input
            {...control}
            name="name"
            maxLength={PROFILE_LIMITS.name}
            defaultValue={fields.name}
            autoComplete="name"
          />
        )}
      </Field>
      <Field
        id="bio"
        label="About you"
        error={errors.bio}
        hint={`Plain text of at most ${PROFILE_LIMITS.bio} characters.`}
      >
        {(control) => (
          <Textarea
            {...control}
            name="bio"
            rows={4}
            maxLength={PROFILE_LIMITS.bio}
            defaultValue={fields.bio}
          />
        )}
      </Field>
      <Field
        id="links"
        label="Links"
        error={errors.links}
        hint={`One address per line, at most ${PROFILE_LIMITS.links}.`}
      >
        {(control) => (
          <Textarea
            {...control}
            name="links"
            rows={3}
            defaultValue={fields.links}
            spellCheck={false}
            autoCapitalize="none"
          />
        )}
      </Field>
      <Field
        id="orcid"
        label="ORCID iD"
        error={errors.orcid}
        hint={
          orcidVerified
            ? 'Confirmed by signing in at orcid.org.'
            : 'It is shown as not verified if you type it in.'
        }
      >
        {(control) => (
          <Input
            {...control}
            name="orcid"
            maxLength={60}
            defaultValue={fields.orcid}
            placeholder="0000-0002-1825-0097"
            autoComplete="off"
            spellCheck={false}
          />
        )}
      </Field>
      <Button type="submit" variant="primary">
        Save
      </Button>
    </form>
  );
}
