import type { State } from './signed-in';

/** What a worker's journeys have to themselves. */
export type OwnSite = {
  url: string;
  /** The issuer of its OpenID provider. */
  oidc: string;
  /** The address of its stand-in for arXiv's lists. */
  arxiv: string;
  /** The signed-in users of its ADMIN_EMAILS, by address. */
  listed: Record<string, State>;
};

const SITES = 'PAPERTIDE_E2E_SITES';

/** Hands the sites to the workers, which inherit the environment. */
export function publishSites(sites: readonly OwnSite[]): void {
  process.env[SITES] = JSON.stringify(sites);
}

/** Returns the site of this worker, or undefined outside a worker. */
export function siteOfWorker(): OwnSite | undefined {
  const sites: OwnSite[] = JSON.parse(process.env[SITES] ?? '[]');
  return sites[Number(process.env.TEST_PARALLEL_INDEX)];
}

/** Returns the site of this worker; throws outside one. */
export function ownSite(): OwnSite {
  const site = siteOfWorker();
  if (!site) throw new Error('The site of this worker was not started');
  return site;
}
