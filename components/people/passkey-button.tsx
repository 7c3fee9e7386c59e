'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { getPasskey, passkeysWork } from './passkey-script';

/** Signs in with a passkey; hidden without scripts and in browsers that lack passkeys. */
export function PasskeyButton({ from }: { from: string }) {
  const form = useRef<HTMLFormElement>(null);
  const [works, setWorks] = useState(false);
  const [problem, setProblem] = useState('');
  useEffect(() => setWorks(passkeysWork()), []);

  const signIn = async () => {
    setProblem('');
    const got = await getPasskey();
    const field = form.current?.elements.namedItem('response');
    if ('problem' in got) return setProblem(got.problem);
    if (field instanceof HTMLInputElement) field.value = got.response;
    form.current?.submit();
  };

  if (!works) return null;
  return (
    <form ref={form} method="post" action="/api/auth/callback/passkey">
      <input type="hidden" name="from" value={from} />
      <input type="hidden" name="response" />
      <Button className="w-full" onClick={signIn}>
        Sign in with a passkey
      </Button>
      <p role="alert" className="mt-1 text-danger text-sm empty:hidden">
        {problem}
      </p>
    </form>
  );
}
