import { addItem } from '@/lib/api/operations/collections';
import { serveOperation } from '@/lib/http/api-route';

export const POST = serveOperation(addItem);
