/**
 * Returns an ORCID iD as orcid.org writes it, or null: four groups of four, where the last one may
 * end in X.
 */
export function readOrcid(text: string | null | undefined): string | null {
  const [, id] =
    /^(?:https?:\/\/(?:www\.)?orcid\.org\/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])$/i.exec(
      text?.trim() ?? '',
    ) ?? [];
  if (!id) return null;
  const orcid = id.toUpperCase();
  return checkDigit(orcid) === orcid.at(-1) ? orcid : null;
}

/** Returns the check digit of an ORCID iD: ISO 7064 MOD 11-2. */
function checkDigit(orcid: string): string {
  const digits = orcid.replaceAll('-', '').slice(0, -1);
  const total = [...digits].reduce((sum, digit) => (sum + Number(digit)) * 2, 0);
  const rest = (12 - (total % 11)) % 11;
  return rest === 10 ? 'X' : String(rest);
}

/**
 * Returns whether a sign-in proves authorship: the paper's source gives an ORCID iD for this
 * author, and the user has signed in at ORCID with the same one. Names prove nothing, because an
 * ORCID record may have any name.
 */
export const isProven = (signedIn: string | null, given: string | null): boolean =>
  signedIn !== null && readOrcid(signedIn) === readOrcid(given) && readOrcid(given) !== null;
