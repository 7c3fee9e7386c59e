import { listSavedSearches as list } from '@/db/queries/saved-searches';
import { withDeadline } from '@/lib/web/deadline';
import type { SavedSearch } from './types';

/** Returns a user's saved searches, by name. */
export const listSavedSearches = (userId: string): Promise<SavedSearch[]> =>
  withDeadline(() => list(userId));
