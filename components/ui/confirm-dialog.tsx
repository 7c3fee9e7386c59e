'use client';

import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './button';

type Props = {
  title: string;
  children?: ReactNode;
  /** Label of the confirming button: a verb. */
  confirm: string;
  danger?: boolean;
  onConfirm: () => void;
  onClose: () => void;
};

/** Asks before an irreversible action. Opens when mounted; the browser traps the focus. */
export function ConfirmDialog({ title, children, confirm, danger, onConfirm, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => dialog.current?.showModal(), []);

  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      className="m-auto w-[min(26rem,calc(100vw-2rem))] rounded-lg border border-line bg-raised p-5 text-ink shadow-xl backdrop:bg-[rgb(0_0_0/0.45)]"
    >
      <h2 id={titleId} className="font-semibold">
        {title}
      </h2>
      <div className="mt-1.5 text-muted text-sm">{children}</div>
      <div className="mt-5 flex justify-end gap-2">
        <Button size="sm" onClick={() => dialog.current?.close()}>
          Cancel
        </Button>
        <Button
          size="sm"
          variant={danger ? 'danger' : 'primary'}
          onClick={() => {
            onConfirm();
            dialog.current?.close();
          }}
        >
          {confirm}
        </Button>
      </div>
    </dialog>
  );
}
