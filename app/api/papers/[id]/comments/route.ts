import { listComments } from '@/lib/api/operations/comments';
import { allowReading, serveOperation } from '@/lib/http/api-route';

export const GET = serveOperation(listComments);
export const OPTIONS = allowReading;
