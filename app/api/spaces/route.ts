import { listSpaces } from '@/lib/programs/api/operations/compatibility';
import { allowReading, serveOperation } from '@/lib/programs/api/route';

export const GET = serveOperation(listSpaces);
export const OPTIONS = allowReading;
