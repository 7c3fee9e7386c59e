import type { Metadata } from 'next';
import { SaveSearchForm } from '@/components/searches/save-search-form';
import { SavedSearchItem } from '@/components/searches/saved-search-item';
import { KeptList } from '@/components/settings/kept-item';
import { SettingsPage } from '@/components/settings/settings-page';
import { Outcome } from '@/components/ui/outcome';
import { entryOf } from '@/lib/base/entry-of';
import { reasonWords } from '@/lib/base/errors';
import { doneMessage } from '@/lib/registry/find';
import { listSavedSearches } from '@/lib/searches/data';
import { SAVED_SEARCHES_PATH } from '@/lib/searches/paths';
import { param } from '@/lib/sign-in/page';
import { getViewer } from '@/lib/web/session';

export const metadata: Metadata = { title: 'Saved searches', robots: { index: false } };

const DONE: Record<string, string> = {
  saved: 'Saved.',
};
const ERRORS: Record<string, string> = {
  invalid: 'Give it a name of 1 to 60 characters; and the search must ask for something.',
  taken: 'You have a saved search of this name already.',
  conflict: 'You have as many saved searches as there can be.',
};

export default async function SavedSearchesPage({ searchParams }: PageProps<'/settings/searches'>) {
  const params = await searchParams;
  const viewer = await getViewer();
  const [query, error, done] = ['query', 'error', 'done'].map((name) => param(params, name)) as [
    string,
    string,
    string,
  ];
  const searches = viewer?.handle ? await listSavedSearches(viewer.id) : [];
  return (
    <SettingsPage
      current={SAVED_SEARCHES_PATH}
      title="Saved searches"
      hint="Searches you come back to: with a feed, by mail, and marked where their papers stand on feeds."
      viewer={viewer}
      purpose="save searches"
    >
      {viewer?.handle ? (
        <>
          <Outcome
            done={entryOf(DONE, done) ?? (await doneMessage(done))}
            error={error && reasonWords(error, ERRORS)}
          />
          {query ? <SaveSearchForm query={query} name={param(params, 'name')} open /> : null}
          {searches.length > 0 ? (
            <KeptList>
              {searches.map((search) => (
                <SavedSearchItem key={search.id} search={search} />
              ))}
            </KeptList>
          ) : (
            <p className="text-muted text-sm">
              There are none yet.{' '}
              <a href="/search" className="text-link">
                Search for something
              </a>
              , then press “Save this search” above the results.
            </p>
          )}
        </>
      ) : null}
    </SettingsPage>
  );
}
