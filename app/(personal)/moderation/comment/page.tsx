import type { Metadata } from 'next';
import { ActForm } from '@/components/moderation/act-form';
import { CommentSubject } from '@/components/moderation/comment-subject';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { getCommentCase } from '@/lib/moderation/data';
import { moderateCommentPath } from '@/lib/moderation/paths';
import { isModerator } from '@/lib/moderation/policy';
import { formPath } from '@/lib/registry/form-path';
import { param } from '@/lib/sign-in/page';
import { site } from '@/lib/site/site';
import { getViewer } from '@/lib/web/session';
import { DeskPage } from '../desk-page';

export const metadata: Metadata = { title: 'Moderate a comment', robots: { index: false } };

const ID = /^[1-9]\d{0,14}$/;

export default async function CommentCasePage({ searchParams }: PageProps<'/moderation/comment'>) {
  if (!isModerator(await getViewer())) return null;
  const params = await searchParams;
  const id = param(params, 'id');
  const comment = ID.test(id) ? await getCommentCase(Number(id)) : null;
  const outcome = { done: param(params, 'done'), error: param(params, 'error') };
  if (!comment) {
    return (
      <DeskPage title="There is no such comment" {...outcome}>
        <p className="text-muted">Come here from the comment itself.</p>
      </DeskPage>
    );
  }
  const { hidden, deleted } = comment;
  return (
    <DeskPage title={`Comment ${comment.id}`} {...outcome}>
      <CommentSubject comment={comment} timeZone={site().timeZone} />
      {deleted && !hidden ? null : (
        <Card aria-labelledby="hide" className="mt-5">
          <h2 id="hide" className="font-semibold">
            {hidden ? 'This comment is hidden' : 'Hide this comment'}
          </h2>
          <p className="mt-1 max-w-prose text-muted text-sm">
            {hidden
              ? 'Showing it again brings its text, its upvotes and its weight back.'
              : 'Its text and its writer’s name leave every page at once. Answers to it stay, and so does what it says here.'}
          </p>
          <ActForm
            id="comment"
            action={
              hidden ? formPath('moderation/restoreComment') : formPath('moderation/hideComment')
            }
            from={moderateCommentPath(comment.id)}
            fields={{ id: comment.id }}
            reason={param(params, 'reason')}
            hint="It appears in the public log, without the writer’s name."
            buttons={
              <Button type="submit" size="sm" variant={hidden ? 'primary' : 'danger'}>
                {hidden ? 'Show again' : 'Hide'}
              </Button>
            }
          />
        </Card>
      )}
    </DeskPage>
  );
}
