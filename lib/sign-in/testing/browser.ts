import { listLocalMails } from '@/lib/mail/service';
import { arrive } from '@/lib/registry/arrive';
import { authGet, authPost } from '../handler';

export const site = 'http://localhost:3000';
const browser = {
  origin: site,
  host: 'localhost:3000',
  'x-papertide-address': '127.0.0.1',
};

/** Submits a form of this site, as a browser on this machine. */
export function post(
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
) {
  const request = new Request(`${site}/api/auth/${path}`, {
    method: 'POST',
    headers: { ...browser, ...headers },
    body: new URLSearchParams(fields),
  });
  return authPost(request, path.split('/'), arrive);
}

export function get(path: string, headers: Record<string, string> = {}) {
  const url = new URL(`${site}/api/auth/${path}`);
  return authGet(
    new Request(url, { headers: { ...browser, ...headers } }),
    url.pathname.split('/').slice(3),
    arrive,
  );
}

export const location = (response: Response) => response.headers.get('location');

export const cookie = (response: Response, name: string) =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0]?.split('=') ?? [])
    .find(([key]) => key === name)?.[1];

/** The fields of the confirm page's form, from the last mail. */
export async function mailedLink() {
  const [mail] = await listLocalMails();
  const href = /http\S+/.exec(mail?.text ?? '')?.[0] ?? '';
  return { href, fields: Object.fromEntries(new URL(href).searchParams) };
}

/** Signs in by mail, with all steps. */
export const enter = async (email: string, from = '/') => {
  await post('signin/email', { email, from });
  return post('callback/email', (await mailedLink()).fields);
};
