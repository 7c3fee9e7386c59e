import { Button } from '@/components/ui/button';
import { Field, Textarea } from '@/components/ui/field';
import { Sure } from '@/components/ui/sure';
import { ORGANIZATION_LIMITS } from '@/lib/organizations/schema';
import type { OrganizationPart } from '@/lib/organizations/types';
import { formPath } from '@/lib/registry/form-path';

type Props = { slug: string; part: NonNullable<OrganizationPart> };

/** A member's own choices: hide the membership, or leave. */
export function OwnMembership({ slug, part: { role, hidden } }: Props) {
  return (
    <section aria-label="Your part in it">
      <p>
        You {role === 'administrator' ? 'manage it' : 'belong to it'}, and are{' '}
        {hidden ? 'not named' : 'named'} on its page.
      </p>
      <form method="post" action={formPath('organizations/setMembership')} className="mt-2">
        <input type="hidden" name="slug" value={slug} />
        <Button type="submit" size="sm" name="act" value={hidden ? 'show' : 'hide'}>
          {hidden ? 'Name me there' : 'Do not name me'}
        </Button>
      </form>
      <div className="mt-1">
        <Sure label="Leave…" words="Members who leave need an invite link to come back.">
          <form method="post" action={formPath('organizations/setMembership')}>
            <input type="hidden" name="slug" value={slug} />
            <Button type="submit" size="sm" name="act" value="leave" variant="danger">
              Leave
            </Button>
          </form>
        </Sure>
      </div>
    </section>
  );
}

/** Asks the moderators for administrator rights on an organization without administrators. */
export function RequestForm({ slug, words }: { slug: string; words: string }) {
  return (
    <form
      method="post"
      action={formPath('organizations/requestOrganization')}
      className="max-w-prose space-y-4"
    >
      <input type="hidden" name="slug" value={slug} />
      <p>Nobody here manages this organization. If it is yours, ask the moderators.</p>
      <Field
        id="words"
        label="Who you are there"
        hint={`For the moderators: a page of it that names you, for example. 10 to ${ORGANIZATION_LIMITS.words} characters.`}
      >
        {(control) => (
          <Textarea
            {...control}
            name="words"
            rows={4}
            required
            minLength={10}
            maxLength={ORGANIZATION_LIMITS.words}
            defaultValue={words}
          />
        )}
      </Field>
      <Button type="submit" variant="primary">
        Ask to manage it
      </Button>
    </form>
  );
}
