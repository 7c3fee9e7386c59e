import { refuse } from '@/lib/base/errors';
import { jsonAnswer } from '@/lib/web/response';

/**
 * Answers for every address that no other route has. Without it they would end in the page that
 * says so, and a form sent to a page can call functions of the server (lib/web/methods).
 */
const missing = () => jsonAnswer(refuse('not_found'));

export const GET = missing;
export const POST = missing;
