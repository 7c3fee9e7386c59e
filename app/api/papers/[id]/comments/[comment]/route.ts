import { getThread } from '@/lib/programs/api/operations/comments';
import { allowReading, serveOperation } from '@/lib/programs/api/route';

export const GET = serveOperation(getThread);
export const OPTIONS = allowReading;
