import { AppError } from '@/lib/errors';

/** Bytes of a body at the most. */
export const MAX_JSON = 64 * 1024;
export const MAX_FORM = 1024 * 1024;

/** The text of a body of this media type; throws `invalid` for another, `too_large` above `max`. */
async function readText(request: Request, type: string, max: number): Promise<string> {
  const sent = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (sent !== type) throw new AppError('invalid');
  if (Number(request.headers.get('content-length') ?? 0) > max) throw new AppError('too_large');
  const chunks: Uint8Array[] = [];
  let size = 0;
  // A length may be missing or a lie, so what arrives is counted.
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength;
      if (size > max) throw new AppError('too_large');
      chunks.push(chunk);
    }
  } catch (cause) {
    // A client that hangs up in the middle is no fault of ours, nor of the database's.
    throw cause instanceof AppError ? cause : new AppError('invalid', { cause });
  }
  return Buffer.concat(chunks).toString('utf8');
}

export async function readJson(request: Request, max = MAX_JSON): Promise<unknown> {
  const text = await readText(request, 'application/json', max);
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError('invalid');
  }
}

export async function readForm(request: Request): Promise<URLSearchParams> {
  return new URLSearchParams(
    await readText(request, 'application/x-www-form-urlencoded', MAX_FORM),
  );
}
