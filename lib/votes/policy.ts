import type { Refusal } from '@/lib/base/errors';
import { refuseWriting } from '@/lib/web/policy';
import type { Viewer } from '@/lib/web/types';

/**
 * Returns why this viewer may not vote, or null; users may vote for any paper, including their own.
 */
export const refuseVoting = (viewer: Viewer | null): Refusal | null => refuseWriting(viewer);
