import { refuseAdministering } from '@/lib/moderation/policy';
import type { Viewer } from '@/lib/web/types';

/** Administrators see how the site's own work goes and run its jobs, and nobody else. */
export const isOperator = (viewer: Viewer | null): boolean => refuseAdministering(viewer) === null;
