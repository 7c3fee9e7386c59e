import type { Metadata } from 'next';
import { CollectionFields } from '@/components/collections/collection-fields';
import { CollectionLines } from '@/components/collections/collection-lines';
import { PageHeading } from '@/components/layout/page-shell';
import { MemberFirst } from '@/components/people/member-first';
import { SettingsShell } from '@/components/settings/settings-shell';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { param } from '@/lib/auth/page';
import { getViewer } from '@/lib/auth/session';
import { listOwnCollections } from '@/lib/collections/data';
import { COLLECTIONS_PATH } from '@/lib/collections/paths';
import { collectionProblem } from '@/lib/collections/words';
import { site } from '@/lib/site/site';

export const metadata: Metadata = { title: 'Your collections', robots: { index: false } };

export default async function CollectionsPage({ searchParams }: PageProps<'/collections'>) {
  const params = await searchParams;
  const viewer = await getViewer();
  const error = param(params, 'error');
  const own = viewer?.handle ? await listOwnCollections(viewer) : [];
  return (
    <SettingsShell current={COLLECTIONS_PATH}>
      <PageHeading hint="Reading lists of your own: for yourself, for whom you tell, or for all.">
        Your collections
      </PageHeading>
      {viewer?.handle ? (
        <div className="space-y-8">
          {param(params, 'done') === 'deleted' ? (
            <Notice kind="success" role="status">
              The collection is deleted.
            </Notice>
          ) : null}
          {own.length > 0 ? (
            <CollectionLines collections={own} visibility timeZone={site().timeZone} />
          ) : (
            <p className="rounded-lg border border-line border-dashed px-6 py-8 text-center text-muted">
              You have no collection yet. Make one here, or by <em>Save</em> at any paper.
            </p>
          )}
          <section aria-labelledby="make" className="max-w-lg">
            <h2 id="make" className="mb-3 font-semibold">
              Make a collection
            </h2>
            <form method="post" action="/api/me/collections/create" className="space-y-4">
              <CollectionFields
                name={param(params, 'name')}
                description={param(params, 'description')}
                visibility={param(params, 'visibility')}
                error={error ? collectionProblem('createCollection', error) : undefined}
              />
              <Button type="submit" variant="primary">
                Make the collection
              </Button>
            </form>
          </section>
        </div>
      ) : (
        <MemberFirst viewer={viewer} from={COLLECTIONS_PATH} purpose="keep collections of papers" />
      )}
    </SettingsShell>
  );
}
