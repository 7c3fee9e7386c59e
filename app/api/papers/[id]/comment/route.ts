import { writeComment } from '@/lib/programs/api/operations/writing';
import { serveOperations } from '@/lib/programs/api/route';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serveOperations(writeComment);
