import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ArrangeForm } from '@/components/collections/arrange-form';
import { CollectionFields } from '@/components/collections/collection-fields';
import { NothingSaved } from '@/components/collections/collection-head';
import { PageLinks } from '@/components/layout/page-links';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Sure } from '@/components/ui/sure';
import { getCollection, getCollectionPage } from '@/lib/collections/data';
import { COLLECTION_LIMITS } from '@/lib/collections/limits';
import { collectionProblem } from '@/lib/collections/messages';
import { collectionPath, editCollectionPath } from '@/lib/collections/paths';
import { PAGE_SIZE } from '@/lib/papers/paths';
import { formPath } from '@/lib/registry/form-path';
import { param } from '@/lib/sign-in/page';
import { pageNumber } from '@/lib/web/page-number';
import { getViewer } from '@/lib/web/session';

export const metadata: Metadata = { title: 'Edit a collection', robots: { index: false } };

const DONE: Record<string, string> = {
  saved: 'Saved.',
  noted: 'Saved.',
  removed: 'The paper is out of the collection.',
};
const LAST = Math.ceil(COLLECTION_LIMITS.papers / PAGE_SIZE);

/** proxy.ts returns 404 to everyone but the owner. */
export default async function EditCollectionPage({
  params,
  searchParams,
}: PageProps<'/collections/[key]/edit'>) {
  const [{ key }, query] = [await params, await searchParams];
  const collection = await getCollection(await getViewer(), key);
  if (!collection?.yours) notFound();
  const page = pageNumber(param(query, 'page'), LAST);
  const { papers, places, more } = await getCollectionPage(collection, page);
  const [about, error, done] = ['about', 'error', 'done'].map((name) => param(query, name));
  const moved = done === 'moved' ? param(query, 'paper') : '';
  const place = papers
    .filter(({ slug }) => slug === moved)
    .map(({ id }) => places.get(id)?.place)[0];
  const said = place ? `Moved to place ${place} of ${collection.papers}.` : DONE[done ?? ''];
  const ofFields = about === 'updateCollection';
  const typed = ofFields
    ? {
        name: param(query, 'name'),
        description: param(query, 'description'),
        visibility: param(query, 'visibility'),
      }
    : collection;
  const problem = error ? collectionProblem(about ?? '', error) : undefined;
  return (
    <PageShell>
      <PageHeading
        hint={
          <a href={collectionPath(key)} className="text-link">
            To the collection
          </a>
        }
      >
        <span className="[overflow-wrap:anywhere]">Edit {collection.name}</span>
      </PageHeading>
      <div className="space-y-8">
        {problem ? (
          <Notice kind="danger" role="alert" title="This was not saved.">
            {problem}
          </Notice>
        ) : said ? (
          <Notice kind="success" role="status">
            {said}
          </Notice>
        ) : null}
        <Part title="Papers">
          {papers.length > 0 ? (
            <ArrangeForm
              collectionKey={key}
              papers={papers}
              places={places}
              count={collection.papers}
              page={page}
              moved={moved}
            />
          ) : (
            <p className="text-muted">{page > 1 ? 'That was all.' : <NothingSaved />}</p>
          )}
          <PageLinks
            path={(to) => editCollectionPath(key, to > 1 ? { page: String(to) } : {})}
            page={page}
            more={more}
          />
        </Part>
        <Part title="Title, description and who sees it">
          <form
            method="post"
            action={formPath('collections/updateCollection')}
            className="max-w-lg space-y-4"
          >
            <input type="hidden" name="collection" value={key} />
            <CollectionFields
              name={typed.name}
              description={typed.description}
              visibility={typed.visibility}
              error={ofFields ? problem : undefined}
            />
            <Button type="submit" variant="primary">
              Save
            </Button>
          </form>
        </Part>
        <Part title="The end">
          <Sure
            label="Delete the collection"
            words="Its page, its notes and its order go, and cannot be brought back. The papers stay what they are."
          >
            <form method="post" action={formPath('collections/deleteCollection')}>
              <input type="hidden" name="collection" value={key} />
              <Button type="submit" size="sm" variant="danger">
                Delete
              </Button>
            </form>
          </Sure>
        </Part>
      </div>
    </PageShell>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section aria-label={title}>
      <h2 className="mb-2 font-semibold">{title}</h2>
      {children}
    </section>
  );
}
