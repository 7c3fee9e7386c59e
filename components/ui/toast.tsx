'use client';

import { type ComponentType, useEffect, useRef, useState } from 'react';
import type { Kind, Show, ToastAction } from './toast-types';

let waiting: Parameters<Show>[] = [];
let summon: (() => void) | undefined;
let show: Show | undefined;

/**
 * Shows a transient message at the edge of the page, with a button if there is an `action`. The
 * first call loads the code that shows it.
 */
export function toast(kind: Kind, message: string, action?: ToastAction): void {
  if (show) show(kind, message, action);
  else {
    waiting.push([kind, message, action]);
    summon?.();
  }
}

/** Renders the toasts. Mount once in a layout; empty until the first toast. */
export function ToastHost() {
  const [Host, setHost] = useState<ComponentType<{ onReady: (ready: Show) => void }>>();

  useEffect(() => {
    summon = () => {
      import('./toast-panel').then(
        ({ ToastPanel }) => setHost(() => ToastPanel),
        () => setHost(() => PlainToast),
      );
    };
    if (waiting.length > 0) summon();
    return () => {
      summon = undefined;
      show = undefined;
    };
  }, []);

  if (!Host) return null;
  return (
    <Host
      onReady={(ready) => {
        show = ready;
        for (const each of waiting) ready(...each);
        waiting = [];
      }}
    />
  );
}

/** Fallback for users who are offline at the first toast and cannot load the panel. */
function PlainToast({ onReady }: { onReady: (show: Show) => void }) {
  const [message, setMessage] = useState<string>();
  const ready = useRef(onReady);

  useEffect(() => {
    let timer: number | undefined;
    ready.current((_kind, said) => {
      clearTimeout(timer);
      setMessage(said);
      timer = window.setTimeout(() => setMessage(undefined), 6_000);
    });
    return () => clearTimeout(timer);
  }, []);

  return (
    <p
      role="alert"
      className="fixed inset-x-4 bottom-4 z-50 mx-auto w-fit max-w-md rounded-md border border-line bg-raised px-4 py-3 text-sm shadow-lg empty:hidden"
    >
      {message}
    </p>
  );
}
