import { claimPaper } from '@/lib/api/operations/authorship';
import { serveOperation } from '@/lib/http/api-route';

export const POST = serveOperation(claimPaper);
