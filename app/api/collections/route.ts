import { listCollections, makeCollection } from '@/lib/programs/api/operations/collections';
import { allowReading, serveOperation } from '@/lib/programs/api/route';

export const GET = serveOperation(listCollections);
export const POST = serveOperation(makeCollection);
export const OPTIONS = allowReading;
