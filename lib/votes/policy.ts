import { refuseWriting } from '@/lib/auth/policy';
import type { Viewer } from '@/lib/auth/types';
import type { Refusal } from '@/lib/errors';

/** Why this viewer may not vote, or null when they may: any paper, the own one included. */
export const refuseVoting = (viewer: Viewer | null): Refusal | null => refuseWriting(viewer);
