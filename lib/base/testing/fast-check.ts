import fc from 'fast-check';

/**
 * Property tests, with the same cases in each run, so that a change and not its luck decides whether
 * the checks pass. `PROPERTY_SEED=2 npm run test:unit` tries others.
 */
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 1) });

export default fc;
