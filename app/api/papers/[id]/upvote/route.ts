import { takeUpvoteBack, upvotePaper } from '@/lib/programs/api/operations/votes';
import { serveOperations } from '@/lib/programs/api/route';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serveOperations(
  upvotePaper,
  takeUpvoteBack,
);
