import { getThread } from '@/lib/api/operations/comments';
import { allowReading, serveOperation } from '@/lib/http/api-route';

export const GET = serveOperation(getThread);
export const OPTIONS = allowReading;
