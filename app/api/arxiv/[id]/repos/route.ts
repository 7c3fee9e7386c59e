import { listRepos } from '@/lib/programs/api/operations/compatibility';
import { allowReading, serveOperation } from '@/lib/programs/api/route';

export const GET = serveOperation(listRepos);
export const OPTIONS = allowReading;
