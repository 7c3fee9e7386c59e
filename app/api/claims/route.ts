import { claimPath } from '@/lib/claims/paths';
import { claimInput } from '@/lib/claims/schema';
import { claimAuthor } from '@/lib/claims/service';
import { definePageForm } from '@/lib/web/page-form';

const kept = (fields: URLSearchParams, name: string) => (fields.get(name) ?? '').slice(0, 600);

export const POST = definePageForm({
  name: 'claimAuthor',
  limit: 'claim',
  input: claimInput,
  run: async (context, input) => {
    const result = await claimAuthor(context, input);
    return result.ok ? { ...result, data: { ...result.data, paper: input.paper } } : result;
  },
  done: ({ paper, status, tags }) => ({ path: claimPath(paper, { done: status }), tags }),
  back: (fields, query) =>
    claimPath(kept(fields, 'paper').slice(0, 40), {
      at: kept(fields, 'position').slice(0, 6),
      words: kept(fields, 'words'),
      ...query,
    }),
});
