import { z } from 'zod';
import { cleanText } from './clean-text';

/**
 * zod's string for prose (a comment, a title, a reason): cleaned by `cleanText` before validation,
 * so that nobody loses a text to a stray control character.
 */
export const freeText = () => z.string().overwrite(cleanText);

/**
 * zod's string for names, addresses and identifiers: rejects what `cleanText` would remove.
 * Otherwise two different ones could look the same.
 */
export const exactText = () =>
  z.string().refine(isClean, 'This holds characters that cannot be shown.');

const isClean = (text: string): boolean => cleanText(text) === text.replace(/\r\n?/g, '\n');
