import { listForYou } from '@/lib/programs/api/operations/for-you';
import { serveOperations } from '@/lib/programs/api/route';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serveOperations(listForYou);
