import { getThread } from '@/lib/programs/api/operations/comments';
import { serveOperations } from '@/lib/programs/api/route';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serveOperations(getThread);
