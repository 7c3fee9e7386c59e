import type { MetadataRoute } from 'next';
import { site } from './site';

export const MANIFEST_PATH = '/manifest.webmanifest';

/** The web app manifest: makes the site installable and a share target. */
export function manifest(): MetadataRoute.Manifest {
  const { name, tagline, logo, accent } = site();
  return {
    id: '/',
    name,
    short_name: name.slice(0, 20),
    description: tagline,
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#fbfaf7',
    theme_color: accent.light,
    icons: logo
      ? [{ src: logo, sizes: 'any', purpose: 'any' }]
      : [
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
          { src: '/icon-maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
    // GET, since it only prefills a field.
    share_target: {
      action: '/submit',
      method: 'GET',
      params: { title: 'title', text: 'text', url: 'url' },
    },
  };
}
