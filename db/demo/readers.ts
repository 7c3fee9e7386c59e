const FIRST = [
  'amber',
  'brisk',
  'lunar',
  'mossy',
  'nimble',
  'patient',
  'polar',
  'quiet',
  'rustic',
  'silver',
  'tidal',
  'velvet',
];
const SECOND = [
  'axiom',
  'kernel',
  'lattice',
  'lemma',
  'prior',
  'quark',
  'sigma',
  'spline',
  'tensor',
  'vertex',
];

/** Handles of the demo's users. They have no address, so nobody can sign in as one of them. */
export const readers: string[] = FIRST.flatMap((first) =>
  SECOND.map((second) => `${first}-${second}`),
);
