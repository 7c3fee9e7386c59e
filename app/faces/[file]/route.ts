import { refuse } from '@/lib/base/errors';
import { faceSvg } from '@/lib/people/face';
import { anyHandle } from '@/lib/people/schema';
import { methodsOf } from '@/lib/web/methods-of';
import { textResponse } from '@/lib/web/response';

/** The generated avatar of a handle, for API clients; the same whether or not a user has it. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methodsOf({
  GET: async (_request, { params }) => {
    const { file } = await params;
    const handle = anyHandle.safeParse(/^(.+)[.]svg$/.exec(String(file))?.[1] ?? '');
    if (!handle.success) return textResponse(refuse('not_found'));
    return new Response(faceSvg(handle.data, true), {
      headers: {
        'content-type': 'image/svg+xml',
        'cache-control': 'public, max-age=604800',
        'x-content-type-options': 'nosniff',
      },
    });
  },
});
