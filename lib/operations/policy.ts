import { refuseAdministering } from '@/lib/moderation/policy';
import type { Viewer } from '@/lib/web/types';

/** Returns whether the viewer may see and run jobs: administrators only. */
export const isOperator = (viewer: Viewer | null): boolean => refuseAdministering(viewer) === null;
