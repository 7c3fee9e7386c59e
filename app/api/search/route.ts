import { ok } from '@/lib/base/errors';
import { searchPapers } from '@/lib/search/data';
import { readRequest, searchParams } from '@/lib/search/schema';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({
  name: 'searchPapers',
  input: searchParams,
  limit: 'search',
  run: async (_, params) => ok(await searchPapers(readRequest(params).request)),
});
