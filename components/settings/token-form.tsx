import { Button } from '@/components/ui/button';
import { Choice, Choices } from '@/components/ui/choice';
import { Field, Input, Select } from '@/components/ui/field';
import { formPath } from '@/lib/registry/form-path';
import { SCOPE_WORDS } from '@/lib/tokens/messages';
import { LONGEST_NAME, TOKEN_DAYS } from '@/lib/tokens/schema';
import { SCOPES } from '@/lib/tokens/types';

/** The input comes back after an error. */
type Props = { name: string; days: string; scopes: string[] };

export function TokenForm({ name, days, scopes }: Props) {
  return (
    <form
      method="post"
      action={formPath('tokens/createToken')}
      aria-labelledby="new-token"
      className="space-y-5"
    >
      <h2 id="new-token" className="font-semibold">
        Create a token
      </h2>
      <Field id="token-name" label="Name" hint="For example, the program that uses it.">
        {(control) => (
          <Input {...control} name="name" required maxLength={LONGEST_NAME} defaultValue={name} />
        )}
      </Field>
      <Choices legend="Permissions">
        {SCOPES.map((scope) => (
          <Choice
            key={scope}
            type="checkbox"
            name="scopes"
            value={scope}
            defaultChecked={scopes.includes(scope)}
            {...SCOPE_WORDS[scope]}
          />
        ))}
        <p className="text-muted text-sm">
          A token without permissions can read everything that is public.
        </p>
      </Choices>
      <Field id="token-days" label="Expires">
        {(control) => (
          <Select {...control} name="days" defaultValue={days || '90'} className="w-40">
            {TOKEN_DAYS.map((count) => (
              <option key={count} value={count}>
                in {count} days
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Button type="submit" variant="primary">
        Create token
      </Button>
    </form>
  );
}
