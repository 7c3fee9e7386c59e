import { listCounts } from '@/lib/api/operations/papers';
import { allowReading, serveOperation } from '@/lib/http/api-route';

export const GET = serveOperation(listCounts);
export const OPTIONS = allowReading;
