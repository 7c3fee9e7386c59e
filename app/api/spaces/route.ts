import { listSpaces } from '@/lib/api/operations/compatibility';
import { allowReading, serveOperation } from '@/lib/http/api-route';

export const GET = serveOperation(listSpaces);
export const OPTIONS = allowReading;
