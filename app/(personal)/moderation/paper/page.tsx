import type { Metadata } from 'next';
import { ActForm } from '@/components/moderation/act-form';
import { MergeCard } from '@/components/moderation/merge-card';
import { PictureCard } from '@/components/moderation/picture-card';
import { VotesCard } from '@/components/moderation/votes-card';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { plainText } from '@/lib/markup/plain';
import { getPaperCase } from '@/lib/moderation/data';
import { moderatePaperPath } from '@/lib/moderation/paths';
import { isModerator } from '@/lib/moderation/policy';
import { paperPath, SLUG } from '@/lib/papers/paths';
import { formPath } from '@/lib/registry/form-path';
import { param } from '@/lib/sign-in/page';
import { site } from '@/lib/site/site';
import { getViewer } from '@/lib/web/session';
import { DeskPage } from '../desk-page';

export const metadata: Metadata = { title: 'Moderate a paper', robots: { index: false } };

export default async function PaperCasePage({ searchParams }: PageProps<'/moderation/paper'>) {
  if (!isModerator(await getViewer())) return null;
  const params = await searchParams;
  const slug = param(params, 'slug');
  const found = SLUG.test(slug) ? await getPaperCase(slug) : null;
  const outcome = { done: param(params, 'done'), error: param(params, 'error') };
  if (!found) {
    return (
      <DeskPage title="There is no such paper" {...outcome}>
        <p className="text-muted">Come here from a paper’s page.</p>
      </DeskPage>
    );
  }
  const { paper, picture, evidence } = found;
  if (paper.mergedInto) {
    return (
      <DeskPage title={plainText(paper.title)} hint={slug} {...outcome}>
        <p>
          It was merged into{' '}
          <a href={moderatePaperPath(paper.mergedInto)} className="text-link">
            {paper.mergedInto}
          </a>
          . Its votes and comments are there.
        </p>
      </DeskPage>
    );
  }
  const form = { from: moderatePaperPath(slug), reason: param(params, 'reason') };
  return (
    <DeskPage
      title={plainText(paper.title)}
      hint={
        paper.removed ? (
          slug
        ) : (
          <a href={paperPath(slug)} className="text-link">
            {slug}
          </a>
        )
      }
      {...outcome}
    >
      <Card aria-labelledby="remove">
        <h2 id="remove" className="font-semibold">
          {paper.removed ? 'This paper is removed' : 'Remove this paper'}
        </h2>
        <p className="mt-1 max-w-prose text-muted text-sm">
          {paper.removed
            ? 'Restoring it brings back its votes, comments and positions.'
            : 'It disappears from all feeds and search, and its page is gone. Votes and comments are kept.'}
        </p>
        <ActForm
          id="paper"
          action={
            paper.removed ? formPath('moderation/restorePaper') : formPath('moderation/removePaper')
          }
          fields={{ slug }}
          hint="It appears in the public log."
          buttons={
            <Button type="submit" size="sm" variant={paper.removed ? 'primary' : 'danger'}>
              {paper.removed ? 'Put back' : 'Remove'}
            </Button>
          }
          {...form}
        />
      </Card>
      {paper.removed ? null : (
        <Card aria-labelledby="lock" className="mt-5">
          <h2 id="lock" className="font-semibold">
            {paper.locked ? 'Its discussion is locked' : 'Lock its discussion'}
          </h2>
          <p className="mt-1 max-w-prose text-muted text-sm">
            {paper.locked
              ? 'Unlock it to let users comment again.'
              : 'Existing comments stay; nobody can post, reply or edit. The reason is shown above the discussion.'}
          </p>
          <ActForm
            id="discussion"
            action={
              paper.locked
                ? formPath('moderation/unlockDiscussion')
                : formPath('moderation/lockDiscussion')
            }
            fields={{ slug }}
            hint="It appears in the public log."
            buttons={
              <Button type="submit" size="sm" variant={paper.locked ? 'primary' : 'danger'}>
                {paper.locked ? 'Open' : 'Lock'}
              </Button>
            }
            {...form}
          />
        </Card>
      )}
      {paper.removed || picture === 'none' ? null : (
        <PictureCard slug={slug} removed={picture === 'removed'} {...form} />
      )}
      {paper.removed ? null : <MergeCard slug={slug} />}
      <VotesCard
        title="Its latest votes"
        evidence={evidence}
        timeZone={site().timeZone}
        {...form}
      />
    </DeskPage>
  );
}
