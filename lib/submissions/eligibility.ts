import { getMailDomain } from '@/db/queries/submissions';
import type { Refusal } from '@/lib/base/errors';
import type { Viewer } from '@/lib/web/types';
import { refuseSubmitting } from './policy';
import { rules } from './rules';

/** Returns why this viewer may not submit here, by the site's rules; null if they may. */
export async function refuseHere(viewer: Viewer | null): Promise<Refusal | null> {
  const set = rules();
  const domain = viewer && set.mailDomains ? await getMailDomain(viewer.id) : null;
  return refuseSubmitting(viewer, domain, set);
}
