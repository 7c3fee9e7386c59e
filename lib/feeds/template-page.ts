/** The number of a feed's page that shows marks instead of papers; addresses have three digits. */
export const TEMPLATE_PAGE = 8_888_888;
