'use client';

import { useEffect, useState, useTransition } from 'react';
import { toast } from '@/components/ui/toast';
import type { Refusal } from '@/lib/base/errors';
import { editCommentAction, postCommentAction, readCommentAction } from '@/lib/comments/actions';
import type { CommentKind } from '@/lib/comments/kinds';
import { callAction } from '@/lib/web/updates/call-action';
import { RELOADING } from '@/lib/web/updates/messages';
import { useDesk } from './comment-desk';
import { draftPlace, dropDraft, keepDraft, newKey, readDraft } from './draft';
import { refusalWords } from './refusal-words';
import { dropOpen, keepOpen } from './reopen';
import type { Target } from './target';

/** State of one form: its text, stored as a draft, and the call that posts it. */
export function useCommentForm(target: Target) {
  const desk = useDesk();
  const handle = typeof desk.writer === 'string' ? '' : desk.writer.handle;
  const place = draftPlace(handle, desk.paperId, target);
  const [draft] = useState(() => readDraft(place));
  const [clientKey] = useState(() => draft?.clientKey ?? newKey());
  const [text, setText] = useState(target.kind === 'edit' ? '' : (draft?.text ?? ''));
  /** The revision an edit is based on; null while it loads. */
  const [revision, setRevision] = useState<number | null>(target.kind === 'edit' ? null : 0);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [kind, setKind] = useState<CommentKind | null>(null);
  const [pending, start] = useTransition();

  const editedId = target.kind === 'edit' ? target.commentId : null;
  useEffect(() => {
    if (editedId === null) return;
    let current = true;
    const load = async () => {
      const source = await callAction(() => readCommentAction({ commentId: editedId }), {
        kept: true,
      });
      if (!current) return;
      if (!source.ok) return setRefusal(source);
      const { markdown, revision } = source.data;
      setText(draft?.revision === revision ? draft.text : markdown);
      setRevision(revision);
    };
    load();
    return () => {
      current = false;
    };
  }, [editedId, draft]);

  const change = (value: string) => {
    setText(value);
    setRefusal(null);
    keepDraft(place, { text: value, clientKey, revision: revision ?? 0 });
  };

  /** Inserts text at the caret and moves the caret behind it. */
  const insert = (words: string, area: HTMLTextAreaElement | null) => {
    const at = area?.selectionStart ?? text.length;
    const before = text.slice(0, at);
    const gap =
      before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
    change(before + gap + words + text.slice(at));
    const caret = at + gap.length + words.length;
    requestAnimationFrame(() => {
      area?.focus();
      area?.setSelectionRange(caret, caret);
    });
  };

  const send = () => {
    if (target.kind !== 'edit') {
      const parentId = target.kind === 'reply' ? target.commentId : null;
      return postCommentAction({
        paperId: desk.paperId,
        parentId,
        kind,
        markdown: text,
        clientKey,
      });
    }
    return editCommentAction({
      commentId: target.commentId,
      revision: revision ?? 0,
      markdown: text,
    });
  };

  /** After a conflict, lets the user save again over the newer revision. */
  const adopt = async (commentId: number) => {
    const source = await callAction(() => readCommentAction({ commentId }), { kept: true });
    if (source.ok) setRevision(source.data.revision);
  };

  const submit = () => {
    if (pending || revision === null) return;
    start(async () => {
      // Should the page be too old for the site, the one that comes opens the form with this text.
      keepDraft(place, { text, clientKey, revision });
      keepOpen(desk.paperId, target);
      const result = await callAction(send, { kept: true });
      if (!result.ok) {
        if (result.message === RELOADING) return;
        dropOpen();
        if (result.reason === 'conflict' && editedId !== null) await adopt(editedId);
        return setRefusal(result);
      }
      dropOpen();
      dropDraft(place);
      toast('success', target.kind === 'edit' ? 'Comment changed.' : 'Comment posted.');
      desk.done(target, result.data.commentId);
    });
  };

  return {
    text,
    change,
    insert,
    kind,
    setKind,
    submit,
    pending,
    loading: revision === null && !refusal,
    broken: revision === null && refusal !== null,
    problem: refusal && refusalWords(refusal),
    signedOut: refusal?.reason === 'signed_out',
    cancel: () => {
      if (target.kind === 'edit') dropDraft(place);
      desk.close();
    },
  };
}
