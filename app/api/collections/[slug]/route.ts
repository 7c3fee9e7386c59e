import {
  changeCollection,
  dropCollection,
  getCollection,
} from '@/lib/programs/api/operations/collections';
import { allowReading, serveOperation } from '@/lib/programs/api/route';

export const GET = serveOperation(getCollection);
export const PATCH = serveOperation(changeCollection);
export const DELETE = serveOperation(dropCollection);
export const OPTIONS = allowReading;
