/** The sections of a profile; each has an address of its own. */
export const PROFILE_SECTIONS = [
  'overview',
  'papers',
  'submissions',
  'comments',
  'upvotes',
  'collections',
] as const;
export type ProfileSection = (typeof PROFILE_SECTIONS)[number];

/** Returns the address of a profile or a section; page 1 has no number. */
export function profilePath(
  handle: string,
  section: ProfileSection = 'overview',
  page = 1,
): string {
  const base = `/u/${handle}${section === 'overview' ? '' : `/${section}`}`;
  return page > 1 ? `${base}/${page}` : base;
}
