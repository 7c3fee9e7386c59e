import { join } from 'node:path';
import { startArxiv } from '../stand-ins/arxiv';
import { startOidc } from '../stand-ins/oidc';
import { startSources } from '../stand-ins/sources';
import { ensureChromium } from './chromium';
import { temporaryData } from './data-folder';
import { freePort } from './ports';
import { LISTED, signInListed } from './signed-in';
import { startSite } from './site';

/** Workers inherit the environment, which says where everything is. */
export default async function setup(): Promise<() => Promise<void>> {
  process.env.PAPERTIDE_CHROMIUM = await ensureChromium();
  const [port, oidcPort] = [await freePort(), await freePort()];
  const url = `http://localhost:${port}`;
  const data = await temporaryData();
  const oidc = await startOidc(oidcPort, url);
  const arxiv = await startArxiv();
  const sources = await startSources();
  const site = await startSite({
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
  });
  process.env.PAPERTIDE_E2E_URL = url;
  await signInListed(url);
  process.env.PAPERTIDE_E2E_OIDC = oidc.issuer;
  process.env.PAPERTIDE_E2E_ARXIV = arxiv.env.ARXIV_OAI_URL;
  return async () => {
    await site.stop();
    await oidc.close();
    await arxiv.close();
    await sources.close();
    await data.remove();
    if (site.process.exitCode !== 0) throw new Error('The site did not exit on SIGTERM');
  };
}
