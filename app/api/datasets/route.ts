import { listDatasets } from '@/lib/api/operations/compatibility';
import { allowReading, serveOperation } from '@/lib/http/api-route';

export const GET = serveOperation(listDatasets);
export const OPTIONS = allowReading;
