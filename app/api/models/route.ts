import { listModels } from '@/lib/api/operations/compatibility';
import { allowReading, serveOperation } from '@/lib/http/api-route';

export const GET = serveOperation(listModels);
export const OPTIONS = allowReading;
