import { arrive } from '@/lib/registry/arrive';
import { authGet, authPost } from '@/lib/sign-in/handler';

type Route = { params: Promise<{ nextauth: string[] }> };

export const GET = async (request: Request, { params }: Route) =>
  authGet(request, (await params).nextauth, arrive);

export const POST = async (request: Request, { params }: Route) =>
  authPost(request, (await params).nextauth, arrive);
