/** Jobs, queue and sources; for administrators only. */
export const OPERATIONS_PATH = '/operations';
