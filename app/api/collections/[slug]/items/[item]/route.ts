import { changeItem, dropItem } from '@/lib/programs/api/operations/collections';
import { serveOperation } from '@/lib/programs/api/route';

export const PATCH = serveOperation(changeItem);
export const DELETE = serveOperation(dropItem);
