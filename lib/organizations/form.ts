import { NO_SLUG, ORGANIZATION_SLUG } from './paths';

/** The organization that a form is about, as far as it can be one: it becomes part of an address. */
export function slugOf(fields: URLSearchParams): string {
  const slug = fields.get('slug') ?? '';
  return ORGANIZATION_SLUG.test(slug) ? slug : NO_SLUG;
}

/** What was typed into a field, cut to what an address can hold. */
export const kept = (fields: URLSearchParams, name: string, most: number): string =>
  (fields.get(name) ?? '').slice(0, most);
