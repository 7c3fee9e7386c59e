import { listCounts } from '@/lib/programs/api/operations/papers';
import { allowReading, serveOperation } from '@/lib/programs/api/route';

export const GET = serveOperation(listCounts);
export const OPTIONS = allowReading;
