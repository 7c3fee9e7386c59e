import { Field, Input } from '@/components/ui/field';
import { HANDLE_LIMITS, HANDLE_PATTERN } from '@/lib/people/schema';

export function HandleField({ value, error }: { value: string; error?: string }) {
  return (
    <Field
      id="handle"
      label="Handle"
      error={error}
      hint="2 to 30 letters (a–z) and digits, with - or _ between them. It is shown next to what you write and can’t be changed later."
    >
      {(control) => (
        <Input
          {...control}
          name="handle"
          required
          defaultValue={value}
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
  );
}
