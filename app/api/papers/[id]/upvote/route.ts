import { takeUpvoteBack, upvotePaper } from '@/lib/api/operations/votes';
import { serveOperation } from '@/lib/http/api-route';

export const PUT = serveOperation(upvotePaper);
export const DELETE = serveOperation(takeUpvoteBack);
