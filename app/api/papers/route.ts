import { listPapers } from '@/lib/api/operations/papers';
import { allowReading, serveOperation } from '@/lib/http/api-route';

export const GET = serveOperation(listPapers);
export const OPTIONS = allowReading;
