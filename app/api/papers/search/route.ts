import { searchPapers } from '@/lib/api/operations/papers';
import { allowReading, serveOperation } from '@/lib/http/api-route';

export const GET = serveOperation(searchPapers);
export const OPTIONS = allowReading;
