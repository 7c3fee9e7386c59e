import { addItem } from '@/lib/programs/api/operations/collections';
import { serveOperation } from '@/lib/programs/api/route';

export const POST = serveOperation(addItem);
