import { addItem } from '@/lib/programs/api/operations/collections';
import { serveOperations } from '@/lib/programs/api/route';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serveOperations(addItem);
