import { verbs } from '@/lib/reads/verbs';
import { methodsOf } from '@/lib/web/methods-of';
import { defineRoute } from '@/lib/web/route';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methodsOf({
  PUT: defineRoute(verbs.setRead),
});
