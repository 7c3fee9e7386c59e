'use client';

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Textarea } from '@/components/ui/field';
import { Spinner } from '@/components/ui/spinner';
import { isTooLong, MAX_CODE_POINTS } from '@/lib/markup/limits';
import { useDesk } from './comment-desk';
import { CommentPreview } from './comment-preview';
import { KindChoice } from './kind-choice';
import { MentionList, optionId } from './mention-list';
import { quoteOf } from './quote';
import type { Target } from './target';
import { useCommentForm } from './use-comment-form';
import { useMentions } from './use-mentions';

const WORDS = {
  new: { label: 'Your comment', submit: 'Comment' },
  reply: { label: 'Your reply', submit: 'Reply' },
  edit: { label: 'Edit your comment', submit: 'Save' },
};

const QUOTE_HINT = ' Quote copies the selected part of the comment, or all of it. ';

/** Remaining characters below which the counter is shown. */
const COUNTED = 1_000;

const tab =
  'rounded-t-md border border-b-0 px-3 py-1 text-sm aria-selected:border-line-strong aria-selected:bg-surface aria-selected:font-medium aria-[selected=false]:border-transparent aria-[selected=false]:text-muted';

/** Write, preview and post. The text is stored as a draft until it is posted (draft.ts). */
export function CommentForm({ target }: { target: Target }) {
  const { paperId, signInPath } = useDesk();
  const form = useCommentForm(target);
  const [previewing, setPreviewing] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const mentions = useMentions(area, { paperId, change: form.change });
  const id = useId();
  const words = WORDS[target.kind];

  useEffect(() => {
    if (!form.loading && !previewing) area.current?.focus();
  }, [form.loading, previewing]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (mentions.onKey(event)) return;
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      form.submit();
    }
  };
  const tabOf = (name: string, preview: boolean) => (
    <button
      type="button"
      role="tab"
      id={`${id}-${name}`}
      aria-selected={previewing === preview}
      aria-controls={`${id}-panel`}
      className={tab}
      onClick={() => setPreviewing(preview)}
    >
      {name}
    </button>
  );

  if (form.loading) return <Spinner label="Loading your comment" />;
  return (
    <form
      aria-label={words.label}
      className="mt-2 mb-4"
      onSubmit={(event) => {
        event.preventDefault();
        form.submit();
      }}
    >
      <div role="tablist" aria-label={words.label} className="flex gap-1 px-2">
        {tabOf('Write', false)}
        {tabOf('Preview', true)}
      </div>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${previewing ? 'Preview' : 'Write'}`}
      >
        <div className={previewing ? 'hidden' : 'relative'}>
          <Textarea
            ref={area}
            rows={6}
            className="max-h-[60vh] [field-sizing:content] min-h-36"
            dir="auto"
            aria-label={words.label}
            aria-describedby={`${id}-hint`}
            aria-invalid={form.problem ? true : undefined}
            aria-autocomplete="list"
            aria-haspopup="listbox"
            aria-controls={mentions.open ? mentions.listId : undefined}
            aria-activedescendant={
              mentions.open ? optionId(mentions.listId, mentions.current) : undefined
            }
            disabled={form.broken}
            value={form.text}
            onChange={(event) => {
              form.change(event.target.value);
              mentions.look();
            }}
            onSelect={mentions.look}
            onBlur={mentions.close}
            onKeyDown={onKeyDown}
          />
          <MentionList mentions={mentions} />
        </div>
        {previewing ? (
          <div className="min-h-32 min-w-0 rounded-md border border-line-strong bg-surface px-3 py-2">
            <CommentPreview markdown={form.text} />
          </div>
        ) : null}
      </div>
      <p id={`${id}-hint`} className="mt-1 text-muted text-sm">
        Markdown, math as in <code>$\ell_p$</code> or <code>$$…$$</code>, <code>@reader</code>,{' '}
        <code>arXiv:2201.04388</code>.{target.kind === 'reply' ? QUOTE_HINT : ' '}
        <LengthHint text={form.text} />
      </p>
      {target.kind === 'new' ? <KindChoice kind={form.kind} onChange={form.setKind} /> : null}
      <div role="alert" className="text-danger text-sm empty:hidden">
        {form.signedOut ? (
          <>
            You are no longer signed in.{' '}
            <a href={signInPath} className="text-link">
              Sign in
            </a>{' '}
            again: your text is kept in this browser.
          </>
        ) : (
          form.problem
        )}
      </div>
      <div className="mt-2 flex gap-2">
        <Button
          type="submit"
          size="sm"
          variant="primary"
          disabled={form.pending || form.broken || form.text.trim() === '' || isTooLong(form.text)}
        >
          {form.pending ? <Spinner label="Sending" /> : null}
          {words.submit}
        </Button>
        {target.kind === 'reply' ? (
          <Button
            size="sm"
            onClick={() => {
              setPreviewing(false);
              form.insert(quoteOf(target.commentId), area.current);
            }}
          >
            Quote
          </Button>
        ) : null}
        <Button size="sm" variant="quiet" onClick={form.cancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

function LengthHint({ text }: { text: string }) {
  if (text.length < MAX_CODE_POINTS - COUNTED) return null;
  const left = MAX_CODE_POINTS - [...text].length;
  if (left > COUNTED) return null;
  return left >= 0 ? (
    <span>{left.toLocaleString('en')} characters left.</span>
  ) : (
    <strong className="text-danger">{(-left).toLocaleString('en')} characters too many.</strong>
  );
}
