import { listComments } from '@/lib/programs/api/operations/comments';
import { allowReading, serveOperation } from '@/lib/programs/api/route';

export const GET = serveOperation(listComments);
export const OPTIONS = allowReading;
