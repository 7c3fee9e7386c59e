import { z } from 'zod';
import { parseSource } from '@/lib/papers/sources';

/** An editorial update in Crossref's schema: https://www.crossref.org/documentation/crossmark/ */
export const updates = z
  .array(
    z.object({
      type: z.string().nullish().catch(null),
      DOI: z.string().nullish().catch(null),
      label: z.string().nullish().catch(null),
    }),
  )
  .nullish()
  .catch(null);
type Updates = z.infer<typeof updates>;

/** A partial retraction leaves the paper listed. */
const TAKES_BACK = /^(?:retraction|removal|withdrawal)$/i;
const NOTICE = /^(?:partial[ _-]?retraction|retraction|removal|withdrawal)$/i;

const RETRACTED_TITLE =
  /^\W*(?:retracted|withdrawn|removed)(?:\s+(?:article|paper|chapter|manuscript|preprint))?\W*[:\])–—-]+\W*/iu;
const RETRACTED_END = /\s*[[(](?:retracted|withdrawn)\b[^\])]*[\])]?\s*$/i;
const NOTICE_TITLE =
  /^\W*(?:(?:notice of )?(?:partial )?(?:retraction|withdrawal|removal)(?:\s+(?:note|notice|statement))?(?:\s+(?:of|to|for|on))?\s*[:–—]|(?:retraction|withdrawal|removal) (?:note|notice|statement)\b|notice of (?:retraction|withdrawal|removal)\b|statement of retraction\b)/iu;

const hasType = (all: Updates, wanted: RegExp) =>
  (all ?? []).filter(
    ({ type, label }) =>
      wanted.test(type?.trim() ?? '') || (!type && wanted.test(label?.trim() ?? '')),
  );

type Work = {
  doi: string;
  title: string;
  updatedBy: Updates;
  updateTo: Updates;
};

/**
 * Returns whether a work is retracted, and whether it is itself the notice of another work's
 * retraction. Some publishers overwrite the work and let its update point to itself.
 */
export function retractionOf({ doi, title, updatedBy, updateTo }: Work): {
  retracted: boolean;
  notice: boolean;
  /** The DOI of the notice, or of the work that this notice retracts. */
  other: string | null;
} {
  const own = ({ DOI }: { DOI?: string | null }) => DOI?.toLowerCase() === doi.toLowerCase();
  const takenBack = hasType(updateTo, NOTICE);
  const notice =
    takenBack.some((update) => !own(update)) ||
    (takenBack.length === 0 && NOTICE_TITLE.test(title));
  const retracted =
    !notice &&
    (hasType(updatedBy, TAKES_BACK).length > 0 ||
      hasType(updateTo, TAKES_BACK).some(own) ||
      RETRACTED_TITLE.test(title) ||
      RETRACTED_END.test(title));
  const other = notice
    ? takenBack.find((update) => !own(update))
    : hasType(updatedBy, TAKES_BACK)[0];
  return { retracted, notice, other: other?.DOI ?? null };
}

/** Returns the address of a retracted work's notice, or of the work that a notice retracts. */
export const otherAddress = ({ other }: { other: string | null }): string | null =>
  other && parseSource(other)?.source === 'doi' ? `https://doi.org/${other}` : null;

/**
 * Returns the message for a retracted work or a notice, with the address of the other; else null.
 */
export function retractionWords(found: ReturnType<typeof retractionOf>) {
  const { retracted, notice } = found;
  const address = otherAddress(found);
  if (notice) {
    const of = address ? ` It retracts ${address}.` : '';
    return `This is a notice of a retraction, not a paper, so it cannot be submitted.${of}`;
  }
  if (!retracted) return null;
  return `This paper has been retracted.${address ? ` The notice: ${address}` : ''}`;
}

/** Returns a title without the publisher's prefix; the retraction is shown as the paper's state. */
export const withoutMark = (title: string): string =>
  title.replace(RETRACTED_TITLE, '').replace(RETRACTED_END, '').trim() || title;
