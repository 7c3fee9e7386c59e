'use client';

import { useEffect, useRef, useState } from 'react';
import { Spinner } from '@/components/ui/spinner';
import type { Result } from '@/lib/base/errors';
import { previewCommentAction } from '@/lib/comments/actions';
import type { Preview } from '@/lib/comments/types';
import { callAction } from '@/lib/web/updates/call-action';
import { refusalWords } from './refusal-words';

/** Debounce of the preview in milliseconds. */
const QUIET = 700;

/** A preview rendered by the server with the same code that renders posted comments. */
export function CommentPreview({ markdown }: { markdown: string }) {
  const [result, setResult] = useState<Result<Preview> | null>(null);
  const shown = useRef(false);
  useEffect(() => {
    let current = true;
    const load = async () => {
      const answer = await callAction(() => previewCommentAction({ markdown }));
      if (current) setResult(answer);
    };
    // The first render is immediate, later ones are debounced.
    const timer = setTimeout(load, shown.current ? QUIET : 0);
    shown.current = true;
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [markdown]);

  if (!result) return <Spinner label="Loading the preview" />;
  if (!result.ok) return <p className="text-muted">{refusalWords(result)}</p>;
  return (
    <>
      {result.data.asText ? (
        <p className="mb-2 text-caution text-sm">
          This is too complex to typeset, so it is shown as plain text.
        </p>
      ) : null}
      <div className="prose" dir="auto" dangerouslySetInnerHTML={{ __html: result.data.html }} />
    </>
  );
}
