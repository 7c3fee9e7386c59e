import { listRepos } from '@/lib/api/operations/compatibility';
import { allowReading, serveOperation } from '@/lib/http/api-route';

export const GET = serveOperation(listRepos);
export const OPTIONS = allowReading;
