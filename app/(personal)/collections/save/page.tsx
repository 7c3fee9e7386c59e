import type { Metadata } from 'next';
import { CollectionFields } from '@/components/collections/collection-fields';
import { SaveForms } from '@/components/collections/save-forms';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { MathText } from '@/components/papers/math-text';
import { MemberFirst } from '@/components/people/member-first';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { getSaveable, listOwnFor } from '@/lib/collections/data';
import { collectionProblem } from '@/lib/collections/messages';
import { savePath } from '@/lib/collections/paths';
import { paperPath } from '@/lib/papers/paths';
import { formPath } from '@/lib/registry/form-path';
import { param } from '@/lib/sign-in/page';
import { getViewer } from '@/lib/web/session';

export const metadata: Metadata = { title: 'Save a paper', robots: { index: false } };

/** Adds a paper to the viewer's collections without scripts. */
export default async function SavePage({ searchParams }: PageProps<'/collections/save'>) {
  const params = await searchParams;
  const [paper, viewer] = [await getSaveable(param(params, 'paper')), await getViewer()];
  if (!paper) {
    return (
      <PageShell width="form">
        <PageHeading>There is nothing to save here</PageHeading>
        <p className="text-muted">It may be gone. Come here from a paper’s page.</p>
      </PageShell>
    );
  }
  const { slug, title } = paper;
  const own = viewer?.handle ? await listOwnFor(viewer, slug) : [];
  const [about, error, done] = ['about', 'error', 'done'].map((name) => param(params, name));
  const problem = error ? collectionProblem(about ?? '', error) : undefined;
  const at = own.find(({ key }) => key === param(params, 'at'))?.name;
  const said =
    done === 'created'
      ? 'The collection is made, with this paper in it.'
      : at && done
        ? `${done === 'added' ? 'Added to' : 'Taken out of'} “${at}”.`
        : null;
  return (
    <PageShell width="form">
      <PageHeading
        hint={
          <a href={paperPath(slug)} className="text-link">
            <MathText text={title} />
          </a>
        }
      >
        Save to your collections
      </PageHeading>
      {viewer?.banned ? (
        <Notice kind="caution">This account is read-only.</Notice>
      ) : viewer?.handle ? (
        <div className="space-y-7">
          {problem && about !== 'createCollection' ? (
            <Notice kind="danger" role="alert">
              {problem}
            </Notice>
          ) : said ? (
            <Notice kind="success" role="status">
              {said}
            </Notice>
          ) : null}
          <SaveForms own={own} slug={slug} />
          <section aria-labelledby="new">
            <h2 id="new" className="mb-3 font-semibold">
              New collection
            </h2>
            <form
              method="post"
              action={formPath('collections/createCollection')}
              className="space-y-4"
            >
              <input type="hidden" name="paper" value={slug} />
              <CollectionFields
                name={param(params, 'name')}
                description={param(params, 'description')}
                visibility={param(params, 'visibility')}
                error={about === 'createCollection' ? problem : undefined}
              />
              <Button type="submit" variant={own.length > 0 ? 'secondary' : 'primary'}>
                Make it with this paper
              </Button>
            </form>
          </section>
        </div>
      ) : (
        <MemberFirst viewer={viewer} from={savePath(slug)} purpose="save papers to collections" />
      )}
    </PageShell>
  );
}
