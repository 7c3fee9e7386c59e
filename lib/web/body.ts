import { AppError } from '@/lib/base/errors';

/** Maximum size of a body, in bytes. */
export const MAX_JSON = 64 * 1024;
export const MAX_FORM = 1024 * 1024;

const mediaType = (request: Request): string | undefined =>
  request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();

/**
 * Reads a body of this media type; throws `invalid` for another type and `too_large` above `max`
 * bytes.
 */
async function readBytes(request: Request, type: string, max: number): Promise<Buffer> {
  if (mediaType(request) !== type) throw new AppError('invalid');
  if (Number(request.headers.get('content-length') ?? 0) > max) throw new AppError('too_large');
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Content-Length may be missing or wrong, so the received bytes are counted.
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength;
      if (size > max) throw new AppError('too_large');
      chunks.push(chunk);
    }
  } catch (cause) {
    // A client that disconnects is neither our fault nor the database's.
    throw cause instanceof AppError ? cause : new AppError('invalid', { cause });
  }
  return Buffer.concat(chunks);
}

export async function readJson(request: Request, max = MAX_JSON): Promise<unknown> {
  const bytes = await readBytes(request, 'application/json', max);
  try {
    // Anything but UTF-8 would be stored with replacement characters.
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new AppError('invalid');
  }
}

const FORM = 'application/x-www-form-urlencoded';
const UPLOAD = 'multipart/form-data';
/** Maximum number of parts: several times the fields of our largest form. */
const MAX_PARTS = 200;

export async function readForm(request: Request): Promise<URLSearchParams> {
  return new URLSearchParams((await readBytes(request, FORM, MAX_FORM)).toString('utf8'));
}

export type Upload = {
  fields: URLSearchParams;
  /** By field name; fields without a chosen file are omitted. */
  files: Map<string, Uint8Array>;
};

/** Reads a form in either encoding, with files; its whole body has the limit of any form. */
export async function readUpload(request: Request): Promise<Upload> {
  if (mediaType(request) !== UPLOAD) return { fields: await readForm(request), files: new Map() };
  const type = request.headers.get('content-type') ?? '';
  const body = await readBytes(request, UPLOAD, MAX_FORM);
  let parts: [string, FormDataEntryValue][];
  try {
    parts = [
      ...(await new Response(new Uint8Array(body), {
        headers: { 'content-type': type },
      }).formData()),
    ];
  } catch (cause) {
    throw new AppError('invalid', { cause });
  }
  if (parts.length > MAX_PARTS) throw new AppError('too_large');
  const fields = new URLSearchParams();
  const files: Upload['files'] = new Map();
  for (const [name, value] of parts) {
    if (typeof value === 'string') fields.append(name, value);
    else if (value.size > 0) files.set(name, new Uint8Array(await value.arrayBuffer()));
  }
  return { fields, files };
}
