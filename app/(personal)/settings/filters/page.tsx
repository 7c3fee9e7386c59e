import type { Metadata } from 'next';
import { FilterSettings } from '@/components/filters/filter-settings';
import { FiltersHere } from '@/components/filters/filters-here';
import { SettingsPage } from '@/components/settings/settings-page';
import { getFilterList } from '@/lib/filters/data';
import { CATEGORIES } from '@/lib/papers/categories';
import { param } from '@/lib/sign-in/page';
import { getViewer } from '@/lib/web/session';

export const metadata: Metadata = { title: 'Hidden and muted', robots: { index: false } };

export default async function FiltersPage({ searchParams }: PageProps<'/settings/filters'>) {
  const page = Number(param(await searchParams, 'page'));
  const viewer = await getViewer();
  const list = viewer && (await getFilterList(viewer.id, page));
  return (
    <SettingsPage
      current="/settings/filters"
      title="Hidden and muted"
      hint="These papers are left out of your feeds. Nobody else sees this, and nothing else changes."
    >
      {list ? <FilterSettings list={list} /> : <FiltersHere />}
      <datalist id="categories">
        {CATEGORIES.map((category) => (
          <option key={category} value={category} />
        ))}
      </datalist>
    </SettingsPage>
  );
}
