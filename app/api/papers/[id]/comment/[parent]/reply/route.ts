import { replyToComment } from '@/lib/api/operations/writing';
import { serveOperation } from '@/lib/http/api-route';

export const POST = serveOperation(replyToComment);
