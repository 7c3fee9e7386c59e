/**
 * Returns the text of a form field, to be shown in the form again after a refusal: cut to `most`
 * characters, because it goes into an address. Empty for a missing field.
 */
export const typedText = (fields: URLSearchParams, name: string, most: number): string =>
  (fields.get(name) ?? '').slice(0, most);
