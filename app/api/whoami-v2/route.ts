import { whoAmI } from '@/lib/programs/api/operations/account';
import { serveOperations } from '@/lib/programs/api/route';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serveOperations(whoAmI);
