import { listDatasets } from '@/lib/programs/api/operations/compatibility';
import { allowReading, serveOperation } from '@/lib/programs/api/route';

export const GET = serveOperation(listDatasets);
export const OPTIONS = allowReading;
