import { unsubscribeLink, unsubscribePost } from '@/lib/http/unsubscribe';
import { unsubscribePagePath } from '@/lib/notifications/paths';
import { unsubscribe } from '@/lib/notifications/service';

export const GET = unsubscribeLink(unsubscribePagePath);

export const POST = unsubscribePost(unsubscribePagePath, unsubscribe);
