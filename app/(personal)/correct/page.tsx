import type { Metadata } from 'next';
import { CorrectForm } from '@/components/corrections/correct-form';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { MathText } from '@/components/papers/math-text';
import { MemberFirst } from '@/components/people/member-first';
import { Notice } from '@/components/ui/notice';
import { claimPath } from '@/lib/claims/paths';
import { getCorrecting } from '@/lib/corrections/data';
import { correctionProblem } from '@/lib/corrections/messages';
import { correctionsPath, correctPath } from '@/lib/corrections/paths';
import { paperPath, SLUG } from '@/lib/papers/paths';
import { pictureWords } from '@/lib/pictures/messages';
import { param } from '@/lib/sign-in/page';
import { getViewer } from '@/lib/web/session';

export const metadata: Metadata = { title: 'Correct a paper’s page', robots: { index: false } };

/** Lets a verified author correct a paper's page. */
export default async function CorrectPage({ searchParams }: PageProps<'/correct'>) {
  const params = await searchParams;
  const slug = param(params, 'paper');
  const viewer = await getViewer();
  const found = SLUG.test(slug) ? await getCorrecting(viewer, slug) : null;
  if (!found) {
    return (
      <PageShell width="form">
        <PageHeading>Correct a paper’s page</PageHeading>
        <p className="text-muted">There is no such paper here. Come from a paper’s page.</p>
      </PageShell>
    );
  }
  const { paper, author, picture } = found;
  const pictureProblem = pictureWords(param(params, 'picture'));
  const [error, done] = [param(params, 'error'), param(params, 'done')];
  const typed = (name: 'summary' | 'code' | 'project' | 'organization') =>
    error ? param(params, name) : (paper[name] ?? '');
  return (
    <PageShell width="form">
      <PageHeading
        hint={
          <a href={paperPath(slug)} className="text-link">
            <MathText text={paper.title} />
          </a>
        }
      >
        Correct this paper’s page
      </PageHeading>
      <div className="space-y-5">
        {error ? (
          <Notice kind="danger" role="alert" title="Nothing was changed.">
            {pictureProblem || correctionProblem(error)}
          </Notice>
        ) : done ? (
          <Notice
            kind="success"
            role="status"
            title={done === 'same' ? 'It was so already.' : 'Saved.'}
          >
            <a href={correctionsPath(slug)} className="text-link">
              All corrections
            </a>
          </Notice>
        ) : null}
        {viewer?.banned ? (
          <Notice kind="caution">This account is read-only.</Notice>
        ) : !viewer?.handle ? (
          <MemberFirst viewer={viewer} from={correctPath(slug)} purpose="correct your paper" />
        ) : author === null ? (
          <Notice>
            Its verified authors may correct it.{' '}
            <a href={claimPath(slug)} className="text-link">
              Are you one of them?
            </a>
          </Notice>
        ) : (
          <CorrectForm
            slug={slug}
            author={author}
            summary={typed('summary')}
            code={typed('code')}
            project={typed('project')}
            organization={typed('organization')}
            picture={picture}
            pictureProblem={pictureProblem}
          />
        )}
      </div>
    </PageShell>
  );
}
