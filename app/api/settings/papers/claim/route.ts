import { claimPaper } from '@/lib/programs/api/operations/authorship';
import { serveOperations } from '@/lib/programs/api/route';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serveOperations(claimPaper);
