import { cookies } from 'next/headers';

/** Returns a cookie of this request, for pages. */
export const requestCookie = async (name: string): Promise<string> =>
  (await cookies()).get(name)?.value ?? '';
