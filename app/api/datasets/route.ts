import { listDatasets } from '@/lib/programs/api/operations/compatibility';
import { serveOperations } from '@/lib/programs/api/route';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serveOperations(listDatasets);
