/** Greek letters by their English names, as in TeX and in typed text. */
const GREEK: Record<string, string> = Object.fromEntries(
  (
    'α alpha β beta γ gamma δ delta ε epsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda μ mu ' +
    'ν nu ξ xi ο omicron π pi ρ rho σ sigma ς sigma τ tau υ upsilon φ phi χ chi ψ psi ω omega'
  )
    .split(' ')
    .reduce<[string, string][]>(
      (pairs, word, at, all) => (at % 2 ? pairs : pairs.concat([[word, all[at + 1] ?? '']])),
      [],
    ),
);
/** A Greek letter that is not part of a Greek word. */
const LONE_GREEK = /(?<!\p{Script=Greek})\p{Script=Greek}(?!\p{Script=Greek})/gu;

/**
 * Spells out the symbols in names that are meaningless without them, and Greek letters, so that
 * `π0`, `$\pi_0$` and `pi_0`, or `ℓ_p` and `ell_p`, are the same. Keeps case.
 */
export const spellSymbols = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\b(c)\+\+/giu, '$1pp')
    .replace(/\b([cfj])#/giu, '$1sharp')
    .replace(/(?<![\p{L}\p{N}])ell(?=_)/gu, 'l')
    .replace(LONE_GREEK, (letter) => {
      const plain = letter
        .normalize('NFD')
        .replace(/\p{M}+/gu, '')
        .toLowerCase();
      return GREEK[plain] ?? letter;
    });
