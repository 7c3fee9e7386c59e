import { revalidateTag } from 'next/cache';
import { handleInput } from '@/lib/people/schema';
import { pickHandle } from '@/lib/people/service';
import { seeOther } from '@/lib/web/response';
import { returnPath, withReturn } from '@/lib/web/return-path';
import { defineForm } from '@/lib/web/route';

export const POST = defineForm({
  name: 'pickHandle',
  limit: 'api',
  run: async (context, fields) => {
    const from = fields.get('from');
    const wanted = fields.get('handle') ?? '';
    // The page finds its own words for what is wrong with a handle: none travel in an address.
    const back = (error: string) =>
      seeOther(withReturn('/welcome', from, { error, handle: wanted.slice(0, 40) }));
    const input = handleInput.safeParse({ handle: wanted });
    if (!input.success) return back('invalid');
    const result = await pickHandle(context, input.data);
    // Whoever looked for this reader before was told that there is none.
    if (result.ok) for (const tag of result.data.tags) revalidateTag(tag, { expire: 0 });
    if (result.ok || result.reason === 'conflict') return seeOther(returnPath(from));
    if (result.reason === 'signed_out') return seeOther(withReturn('/sign-in', from));
    return back(result.reason);
  },
});
