/**
 * The header by which the outer server asks for a page that is the same for every stranger. A client
 * cannot send it (lib/web/incoming.ts).
 */
export const SHARED_HEADER = 'x-papertide-shared';
/** Its value if only the frame of the page is wanted, without what depends on the query. */
export const SHELL = 'shell';

/** Where the content of a frame goes. */
export const CONTENT_SLOT = '<!--content-->';
/** Marks elements of the head that belong to the content of a frame. */
export const HEAD_MARK = 'data-of-content';

/** Marks the part of a page that says that its data cannot be read now; such a page is not kept. */
export const UNAVAILABLE = { 'data-page': 'unavailable' } as const;
