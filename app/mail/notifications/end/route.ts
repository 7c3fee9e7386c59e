import { unsubscribePagePath } from '@/lib/notifications/paths';
import { unsubscribe } from '@/lib/notifications/service';
import { unsubscribeLink, unsubscribePost } from '@/lib/web/unsubscribe';

export const GET = unsubscribeLink(unsubscribePagePath);

export const POST = unsubscribePost(unsubscribePagePath, unsubscribe);
