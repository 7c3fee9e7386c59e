/**
 * Returns text of users for the title of a page. Next puts it into the template of the layout by
 * `String.replace`, to which `$&` and `$'` are more than text.
 */
export const inTitle = (text: string): string => text.replaceAll('$', '$$$$');
