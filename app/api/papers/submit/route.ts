import { submit } from '@/lib/programs/api/operations/writing';
import { serveOperation } from '@/lib/programs/api/route';

export const POST = serveOperation(submit);
