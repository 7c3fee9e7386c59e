import { getPaper } from '@/lib/api/operations/papers';
import { allowReading, serveOperation } from '@/lib/http/api-route';

export const GET = serveOperation(getPaper);
export const OPTIONS = allowReading;
