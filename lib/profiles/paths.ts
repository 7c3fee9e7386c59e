/** What a reader's page is divided into; each part has an address of its own. */
export const PROFILE_SECTIONS = [
  'overview',
  'papers',
  'submissions',
  'comments',
  'upvotes',
  'collections',
] as const;
export type ProfileSection = (typeof PROFILE_SECTIONS)[number];

/** The address of a reader's page or a part of it; page 1 has no number in it. */
export function profilePath(
  handle: string,
  section: ProfileSection = 'overview',
  page = 1,
): string {
  const base = `/u/${handle}${section === 'overview' ? '' : `/${section}`}`;
  return page > 1 ? `${base}/${page}` : base;
}
