import { countHidden, listHiddenIds, listHiddenPapers, listMutes } from '@/db/queries/filters';
import { plainText } from '@/lib/markup/plain';
import { withDeadline } from '@/lib/web/deadline';
import type { FilterList, Filters } from './types';

/** Hidden papers on one page of the settings. */
const PAGE = 50;

/** Returns a user's filters; never cached. */
export async function getFilters(userId: string): Promise<Filters> {
  const [hidden, mutes] = await Promise.all([listHiddenIds(userId), listMutes(userId)]);
  const of = (kind: string) => mutes.filter((mute) => mute.kind === kind).map(({ value }) => value);
  return { hidden, topic: of('topic'), word: of('word') };
}

/** Returns the filters as a list for the settings; a page beyond the end is the last one. */
export async function getFilterList(userId: string, wanted: number): Promise<FilterList> {
  return withDeadline(async () => {
    const [hidden, mutes] = await Promise.all([countHidden(userId), listMutes(userId)]);
    const pages = Math.max(1, Math.ceil(hidden / PAGE));
    const page = Math.min(Math.max(1, Math.trunc(wanted) || 1), pages);
    const rows = await listHiddenPapers(userId, { limit: PAGE, offset: (page - 1) * PAGE });
    const papers = rows.map((row) => ({ ...row, title: row.title && plainText(row.title) }));
    return { mutes, papers, hidden, page, pages };
  });
}
