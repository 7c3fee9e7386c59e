import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { keyFor } from '@/lib/base/secrets';

const CIPHER = 'aes-256-gcm';
const IV = 12;
const TAG = 16;

/** Encrypts text so that it can be read only with AUTH_SECRET and only as the row `id`. */
export function seal(text: string, id: string): string {
  const iv = randomBytes(IV);
  const cipher = createCipheriv(CIPHER, keyFor('mail'), iv).setAAD(Buffer.from(id));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/**
 * Decrypts; throws if the text was changed, moved to another row or encrypted under another secret.
 */
export function unseal(sealed: string, id: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv(CIPHER, keyFor('mail'), bytes.subarray(0, IV), {
    authTagLength: TAG,
  });
  decipher.setAAD(Buffer.from(id)).setAuthTag(bytes.subarray(IV, IV + TAG));
  return Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]).toString(
    'utf8',
  );
}
