import { listDailyPapers } from '@/lib/programs/api/operations/papers';
import { allowReading, serveOperation } from '@/lib/programs/api/route';

export const GET = serveOperation(listDailyPapers);
export const OPTIONS = allowReading;
