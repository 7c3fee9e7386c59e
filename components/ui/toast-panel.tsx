'use client';

import { useEffect, useRef } from 'react';
import { toast as say, Toaster } from 'sonner';
import type { Show } from './toast-types';

/** The part of the toasts that loads with the first one. */
export function ToastPanel({ onReady }: { onReady: (show: Show) => void }) {
  const ready = useRef(onReady);
  useEffect(
    () => ready.current((kind, message, action) => say[kind](message, { id: message, action })),
    [],
  );
  return (
    <Toaster
      position="bottom-center"
      // Sonner's own rule sets a font, which the content would inherit.
      style={{ fontFamily: 'inherit' }}
      toastOptions={{
        style: {
          background: 'var(--raised)',
          color: 'var(--ink)',
          borderColor: 'var(--line)',
          fontFamily: 'inherit',
        },
      }}
    />
  );
}
