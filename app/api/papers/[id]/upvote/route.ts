import { takeUpvoteBack, upvotePaper } from '@/lib/programs/api/operations/votes';
import { serveOperation } from '@/lib/programs/api/route';

export const PUT = serveOperation(upvotePaper);
export const DELETE = serveOperation(takeUpvoteBack);
