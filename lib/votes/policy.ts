import type { Refusal } from '@/lib/base/errors';
import { refuseWriting } from '@/lib/web/policy';
import type { Viewer } from '@/lib/web/types';

/** Why this viewer may not vote, or null when they may: any paper, the own one included. */
export const refuseVoting = (viewer: Viewer | null): Refusal | null => refuseWriting(viewer);
