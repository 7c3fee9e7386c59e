'use client';

import { type ComponentType, useEffect, useState } from 'react';

type Kind = 'message' | 'success' | 'error';
type Show = (kind: Kind, message: string) => void;

let waiting: Parameters<Show>[] = [];
let summon: (() => void) | undefined;
let show: Show | undefined;

/** Says something in passing, at the edge of the page. The first call loads what shows it. */
export function toast(kind: Kind, message: string): void {
  if (show) show(kind, message);
  else {
    waiting.push([kind, message]);
    summon?.();
  }
}

/** Once in a layout, where toasts may appear. Empty until there is one. */
export function ToastHost() {
  const [Host, setHost] = useState<ComponentType<{ onReady: (ready: Show) => void }>>();

  useEffect(() => {
    summon = () => {
      import('./toast-panel').then(({ ToastPanel }) => setHost(() => ToastPanel)).catch(() => {});
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
