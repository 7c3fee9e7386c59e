import { createPaper } from '@/db/testing/factories';
import type { Viewer } from '@/lib/web/types';
import { getCollection, getCollectionPage } from '../data';
import { createInput } from '../schema';
import { collectPaper, createCollection } from '../service';
import type { Visibility } from '../types';

export const make = async (viewer: Viewer, name: string, visibility: Visibility = 'public') => {
  const result = await createCollection({ viewer }, createInput.parse({ name, visibility }));
  if (!result.ok) throw new Error(result.reason);
  return result.data.key;
};
export const put = (
  viewer: Viewer | null,
  collection: string,
  paper: string,
  there = true,
  note = '',
) => collectPaper({ viewer }, { collection, paper, there, note });
export const slugs = async (viewer: Viewer | null, key: string) => {
  const found = await getCollection(viewer, key);
  const page = found && (await getCollectionPage(found, 1, 500));
  return page?.papers.map(({ slug }) => slug);
};
export const papers = (many: number) =>
  Promise.all(Array.from({ length: many }, () => createPaper({ listed: true })));
