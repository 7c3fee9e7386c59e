import { DEFAULT_SCALE, type Instant, PRIOR, scoreOf } from './trending';
import type { Example } from './types';

/** The invented paper's age in hours. */
const AGE = 30;

/** Returns an example of the score for a site without papers. */
export function inventedExample(now: Instant, scale = DEFAULT_SCALE): Example {
  const figures = {
    weight: 11.5,
    exposure: 230,
    outsideWeight: 0,
    outsideExposure: 0,
    prior: PRIOR,
    listedAt: Number(now) - AGE * 3_600_000,
  };
  const score = scoreOf(figures, scale);
  const listedAt = new Date(figures.listedAt).toISOString();
  return {
    paper: null,
    asOf: new Date(now).toISOString(),
    rated: { ...figures, listedAt, score, scale },
  };
}
