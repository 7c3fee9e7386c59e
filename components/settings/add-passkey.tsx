'use client';

import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { makePasskey, passkeysWork } from '@/components/people/passkey-script';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import { MAX_NAME } from '@/lib/passkeys/limits';
import { formPath } from '@/lib/registry/form-path';

const AGAIN = '/sign-in?error=SignInAgain&from=%2Fsettings%2Faccount%23passkeys';

/** Adds a named passkey. Requires scripts, since only the browser's API can create one. */
export function AddPasskey() {
  const response = useRef<HTMLInputElement>(null);
  const [works, setWorks] = useState(false);
  const [problem, setProblem] = useState('');
  useEffect(() => setWorks(passkeysWork()), []);

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    setProblem('');
    const made = await makePasskey();
    if ('problem' in made) {
      if ('code' in made && made.code === 'sign_in_again') return location.assign(AGAIN);
      return setProblem(made.problem);
    }
    if (response.current) response.current.value = made.response;
    form.submit();
  };

  if (!works) {
    return <p className="text-muted text-sm">This browser can’t create passkeys.</p>;
  }
  return (
    <form
      method="post"
      action={formPath('passkeys/addPasskey')}
      onSubmit={submit}
      className="space-y-3"
    >
      <input ref={response} type="hidden" name="response" />
      <Field
        id="passkey-name"
        label="Name"
        error={problem || undefined}
        hint="For example: my phone"
      >
        {(control) => <Input {...control} name="name" required maxLength={MAX_NAME} />}
      </Field>
      <Button type="submit">Add passkey</Button>
    </form>
  );
}
