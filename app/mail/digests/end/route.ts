import { endPagePath } from '@/lib/digests/paths';
import { endSubscription } from '@/lib/digests/service';
import { unsubscribeLink, unsubscribePost } from '@/lib/web/unsubscribe';

export const GET = unsubscribeLink(endPagePath);

export const POST = unsubscribePost(endPagePath, endSubscription);
