import { claimPath } from '@/lib/claims/paths';
import { withdrawInput } from '@/lib/claims/schema';
import { withdrawClaim } from '@/lib/claims/service';
import { definePageForm } from '@/lib/web/page-form';

export const POST = definePageForm({
  name: 'withdrawClaim',
  limit: 'claim',
  input: withdrawInput,
  run: async (context, input) => {
    const result = await withdrawClaim(context, input);
    return result.ok ? { ...result, data: { ...result.data, paper: input.paper } } : result;
  },
  done: ({ paper, tags }) => ({ path: claimPath(paper, { done: 'withdrawn' }), tags }),
  back: (fields, query) => claimPath((fields.get('paper') ?? '').slice(0, 40), query),
});
