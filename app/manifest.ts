import type { MetadataRoute } from 'next';
import { site } from '@/lib/site/site';

/** What makes the site an app that can be installed, and that pages can be shared with. */
export default function manifest(): MetadataRoute.Manifest {
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
    // A GET: it fills a field in and changes nothing.
    share_target: {
      action: '/submit',
      method: 'GET',
      params: { title: 'title', text: 'text', url: 'url' },
    },
  };
}
