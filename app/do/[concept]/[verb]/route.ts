import { refuse } from '@/lib/base/errors';
import { arrive } from '@/lib/registry/arrive';
import { findForm } from '@/lib/registry/find';
import { handleForm } from '@/lib/web/form';
import { methodsOf } from '@/lib/web/methods-of';
import { textResponse } from '@/lib/web/response';

/** Target of every form, such as `/do/moderation/banReader`. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methodsOf(
  {
    POST: async (request, { params }) => {
      const { concept, verb } = await params;
      const form = await findForm(String(concept), String(verb));
      return form ? handleForm(form, request, arrive) : textResponse(refuse('not_found'));
    },
  },
  'text',
);
