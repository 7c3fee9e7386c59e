import { changeItem, dropItem } from '@/lib/api/operations/collections';
import { serveOperation } from '@/lib/http/api-route';

export const PATCH = serveOperation(changeItem);
export const DELETE = serveOperation(dropItem);
