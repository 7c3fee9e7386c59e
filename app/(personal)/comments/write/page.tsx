import type { Metadata } from 'next';
import { OwnComment } from '@/components/comments/own-comment';
import { PlainForm } from '@/components/comments/plain-form';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { MathText } from '@/components/papers/math-text';
import { MemberFirst } from '@/components/people/member-first';
import { Notice } from '@/components/ui/notice';
import { writePath } from '@/lib/comments/paths';
import { getWriting } from '@/lib/comments/writing';
import { paperPath, SLUG } from '@/lib/papers/paths';
import { param } from '@/lib/sign-in/page';
import { getViewer } from '@/lib/web/session';

export const metadata: Metadata = { title: 'Write a comment', robots: { index: false } };

const ID = /^[1-9]\d{0,14}$/;

/** Comment, reply, edit and delete by plain forms, for browsers without scripts. */
export default async function WritePage({ searchParams }: PageProps<'/comments/write'>) {
  const params = await searchParams;
  const [slug, reply, edit] = ['paper', 'reply', 'edit'].map((name) => param(params, name));
  const about = [reply, edit].find((id) => ID.test(id ?? ''));
  const viewer = await getViewer();
  const found = await getWriting(viewer, {
    slug: SLUG.test(slug ?? '') ? (slug ?? null) : null,
    commentId: about === undefined ? null : Number(about),
  });
  if (!found) {
    return (
      <PageShell>
        <PageHeading>There is nothing to comment on here</PageHeading>
        <p className="text-muted">It may be gone already. Come here from a paper’s page.</p>
      </PageShell>
    );
  }
  const { paper, comment, own, editable } = found;
  const editing = about !== undefined && about === edit;
  const heading = editing ? 'Edit your comment' : comment ? 'Answer a comment' : 'Comment';
  return (
    <PageShell>
      <PageHeading
        hint={
          <a href={`${paperPath(paper.slug)}#comments`} className="text-link">
            <MathText text={paper.title} />
          </a>
        }
      >
        {heading}
      </PageHeading>
      <div className="max-w-2xl space-y-5">
        {viewer?.banned ? (
          <Notice kind="caution">This account is read-only.</Notice>
        ) : !viewer?.handle ? (
          <MemberFirst
            viewer={viewer}
            from={editing && comment ? writePath({ edit: comment.id }) : writePath(placeOf(found))}
            purpose="write a comment"
          />
        ) : editing && !editable ? (
          <Notice kind="caution">
            Only its writer edits a comment, and only for a while. Answer it to add something.
          </Notice>
        ) : (
          <>
            {comment && !editing ? (
              <blockquote dir="auto" className="border-line-strong border-l-4 pl-3 text-muted">
                <p className="text-sm">
                  {comment.writer ? `@${comment.writer}` : 'A former reader'}:
                </p>
                <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{comment.markdown}</p>
              </blockquote>
            ) : null}
            <PlainForm paperId={paper.id} comment={comment} editing={editing} />
            {own && comment ? <OwnComment id={comment.id} editable={editable && !editing} /> : null}
          </>
        )}
      </div>
    </PageShell>
  );
}

const placeOf = ({
  paper,
  comment,
}: {
  paper: { slug: string };
  comment: { id: number } | null;
}) => (comment ? { reply: comment.id } : { paper: paper.slug });
