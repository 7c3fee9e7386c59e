import { join } from 'node:path';
import { startArxiv } from '../stand-ins/arxiv';
import { startOidc } from '../stand-ins/oidc';
import { startSources } from '../stand-ins/sources';
import { checkSite } from './check-site';
import { temporaryData } from './data-folder';
import type { OwnSite } from './own-site';
import { freePort } from './ports';
import { LISTED, signInListed } from './signed-in';
import { startSite } from './site';

/**
 * Starts a site with its own provider and sources; `stop` fails if it does not exit on SIGTERM, or
 * if an invariant does not hold of what the journeys left.
 */
export async function startWorkerSite(): Promise<{ own: OwnSite; stop(): Promise<void> }> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const data = await temporaryData();
  const oidc = await startOidc(await freePort(), url);
  const arxiv = await startArxiv();
  const sources = await startSources();
  const options = {
    port,
    dataDir: join(data.dir, 'data'),
    // No build settings such as the site's name, or the site would be rebuilt.
    env: {
      OIDC_ISSUER: oidc.issuer,
      OIDC_CLIENT_ID: oidc.clientId,
      OIDC_CLIENT_SECRET: oidc.clientSecret,
      // All journeys share one address; the limits have tests of their own.
      RATE_LIMITS: 'off',
      ADMIN_EMAILS: LISTED.join(', '),
      HARVEST_SETS: 'eess',
      HARVEST_FROM: '2025-01-01',
      ...arxiv.env,
      ...sources.env,
      SOURCE_INTERVAL: '0',
      // Long enough for two comments, short enough to wait for.
      NOTIFICATION_MAIL_DELAY: '0.15',
      NOTIFICATION_MAIL_PAUSE: '0',
    },
  };
  const site = await startSite(options);
  const listed = await signInListed(url);
  return {
    own: { url, oidc: oidc.issuer, arxiv: arxiv.env.ARXIV_OAI_URL, listed },
    async stop() {
      await site.stop();
      await Promise.all([oidc.close(), arxiv.close(), sources.close()]);
      if (site.process.exitCode !== 0) throw new Error('The site did not exit on SIGTERM');
      await checkSite(options);
      await data.remove();
    },
  };
}
