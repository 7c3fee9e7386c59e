'use client';

import { Failure } from '@/components/layout/failure';
import './globals.css';

/** Replaces the root layout too, so it renders its own document. */
export default function GlobalError(props: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Not available</title>
        <main className="px-4">
          <Failure {...props} />
        </main>
      </body>
    </html>
  );
}
