import { z } from 'zod';
import { cleanText } from './clean-text';

/**
 * zod's string for text that people read (a comment, a title, a reason): cleaned by `cleanText`
 * before it is checked, so that a stray control character costs nobody what they typed.
 */
export const freeText = () => z.string().overwrite(cleanText);

/**
 * zod's string for names, addresses and identifiers: refuses what `cleanText` would take out. Without
 * it two of them could look the same and differ.
 */
export const exactText = () =>
  z.string().refine(isClean, 'This holds characters that cannot be shown.');

const isClean = (text: string): boolean => cleanText(text) === text.replace(/\r\n?/g, '\n');
