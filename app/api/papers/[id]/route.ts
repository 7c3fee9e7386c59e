import { getPaper } from '@/lib/programs/api/operations/papers';
import { allowReading, serveOperation } from '@/lib/programs/api/route';

export const GET = serveOperation(getPaper);
export const OPTIONS = allowReading;
