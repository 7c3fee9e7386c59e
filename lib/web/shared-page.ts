/**
 * The header by which the outer server asks for a page that is the same for every stranger. A client
 * cannot send it (lib/web/incoming.ts).
 */
export const SHARED_HEADER = 'x-papertide-shared';

/** Marks the part of a page that says that its data cannot be read now; such a page is not kept. */
export const UNAVAILABLE = { 'data-page': 'unavailable' } as const;
