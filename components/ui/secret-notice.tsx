import type { ReactNode } from 'react';
import { CopyButton } from './copy-button';
import { Notice } from './notice';

/** A secret to copy, shown only once. */
export function SecretNotice(props: { title: string; secret: string; children: ReactNode }) {
  const { title, secret, children } = props;
  return (
    <Notice kind="success" role="status" title={title}>
      <p>{children}</p>
      <p className="mt-2 flex flex-wrap items-center gap-2">
        <code className="min-w-0 grow select-all rounded bg-surface px-2 py-1 [overflow-wrap:anywhere]">
          {secret}
        </code>
        <CopyButton text={secret} />
      </p>
    </Notice>
  );
}
