import { listCollections, makeCollection } from '@/lib/api/operations/collections';
import { allowReading, serveOperation } from '@/lib/http/api-route';

export const GET = serveOperation(listCollections);
export const POST = serveOperation(makeCollection);
export const OPTIONS = allowReading;
