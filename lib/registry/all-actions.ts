/**
 * All server actions. A page can only run those that its own code imports; the root layout imports
 * these, so that a call runs wherever the reader has gone in the meantime.
 */
import '@/lib/collections/actions';
import '@/lib/comments/actions';
import '@/lib/follows/actions';
import '@/lib/notifications/actions';
import '@/lib/reactions/actions';
import '@/lib/votes/actions';
