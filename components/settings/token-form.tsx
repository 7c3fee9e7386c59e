import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import { LONGEST_NAME, TOKEN_DAYS } from '@/lib/tokens/schema';
import { SCOPES } from '@/lib/tokens/types';
import { SCOPE_WORDS } from '@/lib/tokens/words';

/** What was typed comes back when it could not be taken. */
type Props = { name: string; days: string; scopes: string[] };

export function TokenForm({ name, days, scopes }: Props) {
  return (
    <form
      method="post"
      action="/api/settings/tokens"
      aria-labelledby="new-token"
      className="max-w-prose space-y-4"
    >
      <h2 id="new-token" className="font-semibold">
        Make a token
      </h2>
      <Field
        id="token-name"
        label="Name"
        hint="To tell it from others: what will use it, and where."
      >
        {(control) => (
          <Input {...control} name="name" required maxLength={LONGEST_NAME} defaultValue={name} />
        )}
      </Field>
      <fieldset className="space-y-2">
        <legend className="font-medium text-sm">It may</legend>
        {SCOPES.map((scope) => (
          <div key={scope} className="flex gap-3">
            <input
              type="checkbox"
              id={`scope-${scope}`}
              name="scopes"
              value={scope}
              defaultChecked={scopes.includes(scope)}
              aria-describedby={`scope-${scope}-hint`}
              className="mt-1 size-4 shrink-0 accent-accent"
            />
            <div className="text-sm">
              <label htmlFor={`scope-${scope}`}>{SCOPE_WORDS[scope].label}</label>
              <p id={`scope-${scope}-hint`} className="text-muted">
                {SCOPE_WORDS[scope].hint}
              </p>
            </div>
          </div>
        ))}
        <p className="text-muted text-sm">
          What everybody can read, it reads without any of these.
        </p>
      </fieldset>
      <div className="flex flex-wrap items-center gap-3">
        <label htmlFor="token-days" className="text-sm">
          It ends after
        </label>
        <select
          id="token-days"
          name="days"
          defaultValue={days || '90'}
          className="h-10 rounded-md border border-line-strong bg-surface px-2 text-sm"
        >
          {TOKEN_DAYS.map((count) => (
            <option key={count} value={count}>
              {count} days
            </option>
          ))}
        </select>
        <Button type="submit" variant="primary">
          Make the token
        </Button>
      </div>
    </form>
  );
}
