import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import { handleProblem } from '@/lib/people/handles';
import { HANDLE_LIMITS, HANDLE_PATTERN } from '@/lib/people/schema';
import { formPath } from '@/lib/registry/form-path';

type Props = {
  from: string;
  suggestions: string[];
  /** What was tried before, and why it was refused; empty at first. */
  wanted: string;
  error: string;
};

/** A plain form; each suggestion is a button that sends itself. */
export function PickHandle({ from, suggestions, wanted, error }: Props) {
  const shown = wanted || suggestions[0] || '';
  const others = suggestions.filter((suggestion) => suggestion !== shown);
  return (
    <div className="space-y-6">
      <form method="post" action={formPath('people/pickHandle')} className="space-y-4">
        <input type="hidden" name="from" value={from} />
        <Field
          id="handle"
          label="Handle"
          error={wanted ? handleProblem(wanted, error) : undefined}
          hint="2 to 30 letters a to z and digits, with - or _ between them. It cannot be changed later."
        >
          {(control) => (
            <Input
              {...control}
              name="handle"
              required
              defaultValue={shown}
              minLength={HANDLE_LIMITS.min}
              maxLength={HANDLE_LIMITS.max}
              pattern={HANDLE_PATTERN}
              title="Letters a to z and digits, with - or _ between them"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
            />
          )}
        </Field>
        <Button type="submit" variant="primary" className="w-full">
          Take this handle
        </Button>
      </form>
      {others.length ? (
        <form
          method="post"
          action={formPath('people/pickHandle')}
          className="flex flex-wrap items-center gap-2 text-sm"
        >
          <input type="hidden" name="from" value={from} />
          <span className="text-muted">Or take</span>
          {others.map((suggestion) => (
            <Button key={suggestion} type="submit" size="sm" name="handle" value={suggestion}>
              {suggestion}
            </Button>
          ))}
        </form>
      ) : null}
    </div>
  );
}
