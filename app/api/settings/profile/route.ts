import { profileInput } from '@/lib/people/schema';
import { saveProfile } from '@/lib/people/service';
import { definePageForm } from '@/lib/web/page-form';

/** Characters that travel back in an address: more than a valid profile has, and bounded. */
const KEPT = { name: 120, bio: 700, links: 1100, orcid: 60 };

const typed = (fields: URLSearchParams): Record<string, string> =>
  Object.fromEntries(
    Object.entries(KEPT).map(([name, most]) => [name, (fields.get(name) ?? '').slice(0, most)]),
  );

export const POST = definePageForm({
  name: 'saveProfile',
  limit: 'api',
  input: profileInput,
  run: saveProfile,
  done: ({ tags }) => ({ path: '/settings/profile?done=saveProfile', tags }),
  back: (fields, query) =>
    `/settings/profile?${new URLSearchParams(query.error ? { ...query, ...typed(fields) } : query)}`,
});
