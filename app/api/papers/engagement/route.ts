import { listCounts } from '@/lib/programs/api/operations/papers';
import { serveOperations } from '@/lib/programs/api/route';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serveOperations(listCounts);
