'use client';

import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';

/** The form for an emailed code; typing the sixth digit submits it. */
export function CodeForm({ error }: { error?: string }) {
  return (
    <form method="post" action="/api/auth/callback/code" className="space-y-4">
      <Field id="code" label="Code" error={error} hint="6 digits. It expires after 10 minutes.">
        {(control) => (
          <Input
            {...control}
            name="code"
            required
            inputMode="numeric"
            autoComplete="one-time-code"
            pattern="[0-9]{3}[ \-]?[0-9]{3}"
            title="6 digits"
            maxLength={7}
            spellCheck={false}
            autoFocus
            onChange={({ target }) => {
              if (/^\d{6}$/.test(target.value)) target.form?.requestSubmit();
            }}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" className="w-full">
        Sign in
      </Button>
    </form>
  );
}
