import type { Metadata } from 'next';
import { PageHeading } from '@/components/layout/page-shell';
import { MemberFirst } from '@/components/people/member-first';
import { SaveSearchForm } from '@/components/searches/save-search-form';
import { SavedSearchItem } from '@/components/searches/saved-search-item';
import { SettingsShell } from '@/components/settings/settings-shell';
import { Notice } from '@/components/ui/notice';
import { param } from '@/lib/auth/page';
import { getViewer } from '@/lib/auth/session';
import { entryOf } from '@/lib/entry-of';
import { REASONS, type Reason } from '@/lib/errors';
import { listSavedSearches } from '@/lib/searches/data';
import { SAVED_SEARCHES_PATH } from '@/lib/searches/paths';

export const metadata: Metadata = { title: 'Saved searches', robots: { index: false } };

const DONE: Record<string, string> = {
  saved: 'Saved.',
  changeSearch: 'Saved.',
  deleteSearch: 'Forgotten.',
};
const ERRORS: Record<string, string> = {
  invalid: 'Give it a name of 1 to 60 characters; and the search must ask for something.',
  taken: 'You have a saved search of this name already.',
  conflict: 'You have as many saved searches as there can be.',
};

export default async function SavedSearchesPage({ searchParams }: PageProps<'/settings/searches'>) {
  const params = await searchParams;
  const viewer = await getViewer();
  const [query, error] = [param(params, 'query'), param(params, 'error')];
  const searches = viewer?.handle ? await listSavedSearches(viewer.id) : [];
  return (
    <SettingsShell current={SAVED_SEARCHES_PATH}>
      <PageHeading hint="Searches you come back to: with a feed, by mail, and marked where their papers stand on feeds.">
        Saved searches
      </PageHeading>
      {viewer?.handle ? (
        <div className="max-w-prose space-y-5">
          {entryOf(DONE, param(params, 'done')) ? (
            <Notice kind="success" role="status">
              {entryOf(DONE, param(params, 'done'))}
            </Notice>
          ) : null}
          {error ? (
            <Notice kind="danger" role="alert">
              {entryOf(ERRORS, error) ?? REASONS[error as Reason]?.words ?? 'This was not saved.'}
            </Notice>
          ) : null}
          {query ? <SaveSearchForm query={query} name={param(params, 'name')} open /> : null}
          {searches.length > 0 ? (
            <ul className="divide-y divide-line border-line border-y">
              {searches.map((search) => (
                <SavedSearchItem key={search.id} search={search} />
              ))}
            </ul>
          ) : (
            <p className="text-muted">
              There are none yet. Search for something, then press “Save this search” above the
              results.{' '}
              <a href="/search" className="underline">
                Search
              </a>
            </p>
          )}
        </div>
      ) : (
        <MemberFirst viewer={viewer} from={SAVED_SEARCHES_PATH} purpose="save searches" />
      )}
    </SettingsShell>
  );
}
