'use client';

import { useEffect, useRef } from 'react';
import { toast as say, Toaster } from 'sonner';

type Show = (kind: 'message' | 'success' | 'error', message: string) => void;

/** The part of the toasts that is loaded with the first one. */
export function ToastPanel({ onReady }: { onReady: (show: Show) => void }) {
  const ready = useRef(onReady);
  useEffect(() => ready.current((kind, message) => say[kind](message, { id: message })), []);
  return (
    <Toaster
      position="bottom-center"
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
