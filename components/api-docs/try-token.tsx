'use client';

import { useEffect } from 'react';
import { Field, Input } from '@/components/ui/field';
import { setToken, useToken } from './token-store';

/** The token field shared by all calls on this page. */
export function TryToken() {
  const token = useToken();
  useEffect(() => () => setToken(''), []);
  return (
    <div className="needs-script mt-4 max-w-prose">
      <Field
        id="try-token"
        label="Token to try calls with"
        hint="Only for what votes or writes. It stays in this page and is gone with it."
      >
        {(control) => (
          <Input
            {...control}
            type="password"
            autoComplete="off"
            spellCheck={false}
            placeholder="ppt_…"
            value={token}
            onChange={(event) => setToken(event.target.value)}
          />
        )}
      </Field>
    </div>
  );
}
