import { listModels } from '@/lib/programs/api/operations/compatibility';
import { allowReading, serveOperation } from '@/lib/programs/api/route';

export const GET = serveOperation(listModels);
export const OPTIONS = allowReading;
