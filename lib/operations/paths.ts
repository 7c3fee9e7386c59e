/** What the site does by itself; for administrators alone. */
export const OPERATIONS_PATH = '/operations';
