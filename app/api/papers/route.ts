import { listPapers } from '@/lib/programs/api/operations/papers';
import { allowReading, serveOperation } from '@/lib/programs/api/route';

export const GET = serveOperation(listPapers);
export const OPTIONS = allowReading;
