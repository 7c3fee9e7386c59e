import { arrive } from '@/lib/registry/arrive';
import { authGet, authPost } from '@/lib/sign-in/handler';
import { methodsOf, type RouteHandler } from '@/lib/web/methods-of';

const withPath =
  (handler: typeof authGet): RouteHandler =>
  async (request, { params }) =>
    handler(request, [(await params).nextauth ?? []].flat(), arrive);

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methodsOf({
  GET: withPath(authGet),
  POST: withPath(authPost),
});
