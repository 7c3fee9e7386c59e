import type { Metadata } from 'next';
import { ActForm } from '@/components/moderation/act-form';
import { CollectionSubject } from '@/components/moderation/collection-subject';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { getCollectionCase } from '@/lib/moderation/data';
import { moderateCollectionPath, moderateReaderPath } from '@/lib/moderation/paths';
import { isModerator } from '@/lib/moderation/policy';
import { formPath } from '@/lib/registry/form-path';
import { param } from '@/lib/sign-in/page';
import { getViewer } from '@/lib/web/session';
import { DeskPage } from '../desk-page';

export const metadata: Metadata = { title: 'Moderate a collection', robots: { index: false } };

export default async function CollectionCasePage({
  searchParams,
}: PageProps<'/moderation/collection'>) {
  if (!isModerator(await getViewer())) return null;
  const params = await searchParams;
  const collection = await getCollectionCase(param(params, 'key'));
  const outcome = { done: param(params, 'done'), error: param(params, 'error') };
  if (!collection) {
    return (
      <DeskPage title="There is no such collection" {...outcome}>
        <p className="text-muted">Come here from the collection itself.</p>
      </DeskPage>
    );
  }
  const { key, owner, hidden } = collection;
  return (
    <DeskPage
      title="A collection"
      hint={
        <>
          By{' '}
          <a href={moderateReaderPath(owner)} className="text-link">
            @{owner}
          </a>
        </>
      }
      {...outcome}
    >
      <CollectionSubject collection={collection} />
      <Card aria-labelledby="hide" className="mt-5">
        <h2 id="hide" className="font-semibold">
          {hidden ? 'This collection is hidden' : 'Hide this collection'}
        </h2>
        <p className="mt-1 max-w-prose text-muted text-sm">
          {hidden
            ? 'Shown again, it stands where its owner wants it to stand.'
            : 'It disappears from every page at once, for followers too. Its owner keeps it and is told why.'}
        </p>
        <ActForm
          id="collection"
          action={formPath(hidden ? 'moderation/restoreCollection' : 'moderation/hideCollection')}
          from={moderateCollectionPath(key)}
          fields={{ key }}
          reason={param(params, 'reason')}
          hint="It appears in the public log, without the collection and without its owner’s name."
          buttons={
            <Button type="submit" size="sm" variant={hidden ? 'primary' : 'danger'}>
              {hidden ? 'Show again' : 'Hide'}
            </Button>
          }
        />
      </Card>
    </DeskPage>
  );
}
