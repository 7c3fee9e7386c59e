/**
 * All server actions. A page can only run those that its own code imports; the root layout imports
 * these, so that a call still runs after a client-side navigation.
 */
import '@/lib/collections/actions';
import '@/lib/comments/actions';
import '@/lib/follows/actions';
import '@/lib/notifications/actions';
import '@/lib/reactions/actions';
import '@/lib/votes/actions';
