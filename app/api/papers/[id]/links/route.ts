import { setLinks } from '@/lib/programs/api/operations/authorship';
import { serveOperation } from '@/lib/programs/api/route';

export const POST = serveOperation(setLinks);
