import { listCollections } from '@/lib/api/operations/compatibility';
import { allowReading, serveOperation } from '@/lib/http/api-route';

export const GET = serveOperation(listCollections);
export const OPTIONS = allowReading;
