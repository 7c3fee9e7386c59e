'use client';

import { lazy, Suspense, useState } from 'react';
import { toast } from '@/components/ui/toast';
import type { Refusal } from '@/lib/base/errors';
import { type CommentKind, settles } from '@/lib/comments/kinds';
import { writePath } from '@/lib/comments/paths';
import type { Reaction } from '@/lib/comments/reaction-kinds';
import { moderateCommentPath } from '@/lib/moderation/paths';
import { isModerator } from '@/lib/moderation/policy';
import { paperPath } from '@/lib/papers/paths';
import { settleCommentAction } from '@/lib/reactions/actions';
import { useReactionChanges, useReactions } from '@/lib/reactions/hooks';
import { reportPath } from '@/lib/reports/paths';
import { useViewer } from '@/lib/web/hooks';
import { callAction } from '@/lib/web/updates/call-action';
import { useDesk } from './comment-desk';
import { CommentUpvote } from './comment-upvote';
import { FormSlot, loadForm } from './form-slot';
import { control, ReactionBar } from './reaction-bar';
import { refusalWords } from './refusal-words';

const DeleteDialog = lazy(() =>
  import('./delete-dialog').then(({ DeleteDialog }) => ({ default: DeleteDialog })),
);

type Props = {
  comment: {
    id: number;
    author: string | null;
    /** Whether the comment starts a thread. */
    top: boolean;
    kind: CommentKind | null;
    settled: boolean;
    upvotes: number;
    reactions: { reaction: Reaction; count: number }[];
  };
};

/** Upvote, react, reply, report and resolve; edit and delete for its author. */
export function CommentControls({ comment }: Props) {
  const { id, author, kind, settled } = comment;
  const { paperId, slug, locked, writer, signInPath, scripted, setOpen } = useDesk();
  const { viewer } = useViewer();
  const [deleting, setDeleting] = useState(false);
  const say = (refusal: Refusal) => toast('error', refusalWords(refusal));
  const respond = useReactionChanges(paperId, say);
  const responses = useReactions(paperId);
  const handle = typeof writer === 'string' ? null : writer.handle;
  const own = handle !== null && author?.toLowerCase() === handle.toLowerCase();

  const upvotes = responses?.upvotes.find((one) => one.id === id);
  const reactions = responses
    ? responses.reactions.filter((one) => one.id === id)
    : comment.reactions.map((one) => ({ ...one, mine: false }));

  const settle = async () => {
    const result = await callAction(() =>
      settleCommentAction({ commentId: id, settled: !settled }),
    );
    if (result.ok) toast('success', settled ? 'Open again.' : 'Settled.');
    else say(result);
  };
  const button = (words: string, onClick: () => void) => (
    <button type="button" className={control} onPointerEnter={loadForm} onClick={onClick}>
      {words}
    </button>
  );
  return (
    <>
      <div className="screen-only mt-1 flex flex-wrap items-center gap-x-4 gap-y-1">
        <CommentUpvote
          commentId={id}
          from={paperPath(slug)}
          count={responses ? (upvotes?.count ?? 0) : comment.upvotes}
          upvoted={upvotes?.mine ?? false}
          writer={author}
          onChange={handle === null || own ? null : (upvoted) => respond.upvote(id, upvoted)}
          asForm={handle === null && writer !== 'banned'}
        />
        <ReactionBar
          reactions={reactions}
          onReact={handle === null ? null : (reaction, on) => respond.react(id, reaction, on)}
          signInPath={writer === 'banned' ? null : signInPath}
        />
        {locked ? null : handle === null ? (
          writer === 'banned' ? null : (
            <a
              href={scripted ? signInPath : writePath({ reply: id })}
              rel="nofollow"
              className={control}
            >
              Reply
            </a>
          )
        ) : (
          button('Reply', () => setOpen({ kind: 'reply', commentId: id }))
        )}
        {handle !== null && settles(kind) && (own || responses?.author)
          ? button(settled ? 'Open again' : 'Settle', settle)
          : null}
        {own ? (
          <>
            {locked ? null : button('Edit', () => setOpen({ kind: 'edit', commentId: id }))}
            {button('Delete', () => setDeleting(true))}
          </>
        ) : null}
        {own ? null : (
          <a href={reportPath({ comment: id })} rel="nofollow" className={control}>
            Report
          </a>
        )}
        {!own && isModerator(viewer) ? (
          <a href={moderateCommentPath(id)} className={control}>
            Moderate
          </a>
        ) : null}
      </div>
      <FormSlot target={{ kind: 'reply', commentId: id }} />
      <FormSlot target={{ kind: 'edit', commentId: id }} />
      {deleting ? (
        <Suspense>
          <DeleteDialog commentId={id} onClose={() => setDeleting(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
