import { claimPath } from '@/lib/claims/paths';
import { contestInput } from '@/lib/claims/schema';
import { contestClaim } from '@/lib/claims/service';
import { definePageForm } from '@/lib/web/page-form';

const kept = (fields: URLSearchParams, name: string, most: number) =>
  (fields.get(name) ?? '').slice(0, most);

export const POST = definePageForm({
  name: 'contestClaim',
  limit: 'claim',
  input: contestInput,
  run: async (context, input) => {
    const result = await contestClaim(context, input);
    return result.ok ? { ...result, data: input } : result;
  },
  done: ({ paper }) => ({ path: claimPath(paper, { done: 'contested' }) }),
  back: (fields, query) =>
    claimPath(kept(fields, 'paper', 40), {
      contest: kept(fields, 'handle', 30),
      why: kept(fields, 'words', 600),
      ...query,
    }),
});
