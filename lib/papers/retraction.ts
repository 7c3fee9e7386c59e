import type { Retraction } from './types';
/** Returns the retraction on one line, for a bibliography or table. */
export const retractionNote = ({ notice }: Retraction): string =>
  notice ? `Retracted. Notice: ${notice}` : 'Retracted.';
