import { cookies } from 'next/headers';

/** A cookie of this request, for pages. */
export const requestCookie = async (name: string): Promise<string> =>
  (await cookies()).get(name)?.value ?? '';
