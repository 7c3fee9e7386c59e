import { readPaper } from '@/lib/programs/api/operations/papers';
import { allowReading, serveOperation } from '@/lib/programs/api/route';

export const GET = serveOperation(readPaper);
export const OPTIONS = allowReading;
