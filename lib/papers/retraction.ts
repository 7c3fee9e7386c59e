import type { Retraction } from './types';
/** The state as a bibliography or table has it, on one line. */
export const retractionNote = ({ notice }: Retraction): string =>
  notice ? `Retracted. Notice: ${notice}` : 'Retracted.';
