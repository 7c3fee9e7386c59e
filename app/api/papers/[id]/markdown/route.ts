import { readPaper } from '@/lib/api/operations/papers';
import { allowReading, serveOperation } from '@/lib/http/api-route';

export const GET = serveOperation(readPaper);
export const OPTIONS = allowReading;
