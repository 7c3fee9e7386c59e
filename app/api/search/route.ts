import { ok } from '@/lib/errors';
import { defineRoute } from '@/lib/http/route';
import { searchPapers } from '@/lib/search/data';
import { readRequest, searchParams } from '@/lib/search/schema';

export const GET = defineRoute({
  name: 'searchPapers',
  input: searchParams,
  limit: 'search',
  run: async (_, params) => ok(await searchPapers(readRequest(params).request)),
});
