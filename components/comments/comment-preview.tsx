'use client';

import { useEffect, useRef, useState } from 'react';
import { Spinner } from '@/components/ui/spinner';
import type { Result } from '@/lib/base/errors';
import { previewCommentAction } from '@/lib/comments/actions';
import type { Preview } from '@/lib/comments/types';
import { refusalWords, unreachable } from './refusal-words';

/** Milliseconds without a change before the preview follows. */
const QUIET = 700;

/** The text as it will look, rendered by the server as posting it would. */
export function CommentPreview({ markdown }: { markdown: string }) {
  const [result, setResult] = useState<Result<Preview> | null>(null);
  const shown = useRef(false);
  useEffect(() => {
    let current = true;
    const load = async () => {
      const answer = await previewCommentAction({ markdown }).catch(unreachable);
      if (current) setResult(answer);
    };
    // The first at once, later ones when the writer pauses.
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
