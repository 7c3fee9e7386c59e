import type { Metadata } from 'next';
import { CollectionFields } from '@/components/collections/collection-fields';
import { CollectionLines } from '@/components/collections/collection-lines';
import { Empty } from '@/components/layout/empty';
import { SettingsPage } from '@/components/settings/settings-page';
import { Button } from '@/components/ui/button';
import { Outcome } from '@/components/ui/outcome';
import { listOwnCollections } from '@/lib/collections/data';
import { collectionProblem } from '@/lib/collections/messages';
import { COLLECTIONS_PATH } from '@/lib/collections/paths';
import { formPath } from '@/lib/registry/form-path';
import { param } from '@/lib/sign-in/page';
import { site } from '@/lib/site/site';
import { getViewer } from '@/lib/web/session';

export const metadata: Metadata = { title: 'Your collections', robots: { index: false } };

export default async function CollectionsPage({ searchParams }: PageProps<'/collections'>) {
  const params = await searchParams;
  const viewer = await getViewer();
  const error = param(params, 'error');
  const own = viewer?.handle ? await listOwnCollections(viewer) : [];
  return (
    <SettingsPage
      current={COLLECTIONS_PATH}
      title="Your collections"
      hint="Your reading lists: private, shared by link, or public."
      viewer={viewer}
      purpose="keep collections of papers"
    >
      {viewer?.handle ? (
        <>
          <Outcome done={param(params, 'done') === 'deleted' && 'Collection deleted.'} />
          {own.length > 0 ? (
            <CollectionLines collections={own} visibility timeZone={site().timeZone} />
          ) : (
            <Empty title="No collections yet">
              Create one below, or press <em>Save</em> on any paper.
            </Empty>
          )}
          <section aria-labelledby="make">
            <h2 id="make" className="mb-3 font-semibold">
              New collection
            </h2>
            <form
              method="post"
              action={formPath('collections/createCollection')}
              className="space-y-4"
            >
              <CollectionFields
                name={param(params, 'name')}
                description={param(params, 'description')}
                visibility={param(params, 'visibility')}
                error={error ? collectionProblem('createCollection', error) : undefined}
              />
              <Button type="submit" variant="primary">
                Create collection
              </Button>
            </form>
          </section>
        </>
      ) : null}
    </SettingsPage>
  );
}
