import { correctPath } from '@/lib/corrections/paths';
import { CORRECTION_LIMITS, correctInput } from '@/lib/corrections/schema';
import { correctPaper } from '@/lib/corrections/service';
import { PICTURE_DEADLINE } from '@/lib/pictures/schema';
import { definePageForm } from '@/lib/web/page-form';

const LONGEST = {
  summary: CORRECTION_LIMITS.summary + 200,
  code: CORRECTION_LIMITS.address,
  project: CORRECTION_LIMITS.address,
  organization: CORRECTION_LIMITS.organization,
};

export const POST = definePageForm({
  name: 'correctPaper',
  limit: 'claim',
  deadline: PICTURE_DEADLINE,
  input: correctInput,
  run: async (context, input) => {
    const result = await correctPaper(context, input);
    return result.ok ? { ...result, data: { ...result.data, paper: input.paper } } : result;
  },
  done: ({ paper, tags }) => ({
    path: correctPath(paper, { done: tags.length > 0 ? 'saved' : 'same' }),
    tags,
  }),
  back: (fields, query) => {
    const kept = Object.entries(LONGEST).map(([name, most]) => [
      name,
      (fields.get(name) ?? '').slice(0, most),
    ]);
    return correctPath((fields.get('paper') ?? '').slice(0, 40), {
      ...(query.error ? Object.fromEntries(kept) : {}),
      ...query,
    });
  },
});
