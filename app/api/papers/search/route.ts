import { searchPapers } from '@/lib/programs/api/operations/papers';
import { allowReading, serveOperation } from '@/lib/programs/api/route';

export const GET = serveOperation(searchPapers);
export const OPTIONS = allowReading;
