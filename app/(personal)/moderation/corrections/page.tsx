import type { Metadata } from 'next';
import { CorrectionList } from '@/components/corrections/correction-list';
import { ActForm } from '@/components/moderation/act-form';
import { Button } from '@/components/ui/button';
import { Fold } from '@/components/ui/fold';
import { readCorrections } from '@/lib/corrections/data';
import { correctionsPath, revertPath } from '@/lib/corrections/paths';
import { plainText } from '@/lib/markup/plain';
import { isModerator } from '@/lib/moderation/policy';
import { SLUG } from '@/lib/papers/paths';
import { formPath } from '@/lib/registry/form-path';
import { param } from '@/lib/sign-in/page';
import { site } from '@/lib/site/site';
import { getViewer } from '@/lib/web/session';
import { DeskPage } from '../desk-page';

export const metadata: Metadata = { title: 'Undo corrections', robots: { index: false } };

type Props = PageProps<'/moderation/corrections'>;

export default async function RevertPage({ searchParams }: Props) {
  if (!isModerator(await getViewer())) return null;
  const params = await searchParams;
  const slug = param(params, 'paper');
  const found = SLUG.test(slug) ? await readCorrections(slug) : null;
  const outcome = { done: param(params, 'done'), error: param(params, 'error') };
  if (!found) {
    return (
      <DeskPage title="There is no such paper" {...outcome}>
        <p className="text-muted">Come here from a paper’s corrections.</p>
      </DeskPage>
    );
  }
  return (
    <DeskPage
      title="Undo corrections"
      hint={
        <a href={correctionsPath(slug)} className="text-link">
          {plainText(found.title)}
        </a>
      }
      {...outcome}
    >
      <CorrectionList
        corrections={found.corrections}
        timeZone={site().timeZone}
        renderAct={({ id }) => (
          <Fold label="Undo…">
            <ActForm
              id={`correction-${id}`}
              action={formPath('corrections/revertCorrection')}
              from={revertPath(slug)}
              fields={{ correction: id }}
              hint="What was there before comes back. It appears in the public log."
              buttons={
                <Button type="submit" size="sm" variant="danger">
                  Undo
                </Button>
              }
            />
          </Fold>
        )}
      />
    </DeskPage>
  );
}
