import { listDailyPapers } from '@/lib/api/operations/papers';
import { allowReading, serveOperation } from '@/lib/http/api-route';

export const GET = serveOperation(listDailyPapers);
export const OPTIONS = allowReading;
