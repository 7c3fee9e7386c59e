import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';

export type PicturesStandIn = {
  /** Its origin, for PICTURES_HOSTS. */
  base: string;
  env: Record<'PICTURES_HOSTS' | 'ARXIV_HTML_URL', string>;
  /** Every requested path, in order. */
  asked: string[];
  /** Target of `/moved.png`. */
  elsewhere: string;
  /** Status of `/busy.png`. */
  busy: number;
  close(): Promise<void>;
};

const png = (width: number, height: number, background: string) =>
  sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer();

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
const HTML = '<!doctype html><script>alert(1)</script>';

/** A page as arXiv's LaTeXML writes it; pictures are relative to its base address. */
const paperHtml = (
  id: string,
): string => `<!DOCTYPE html><html><head><base href="/html/${id}/"></head>
<body><img src="/static/logo.png"><figure class="ltx_table"><img src="table.png"></figure>
<figure id="S1.F1" class="ltx_figure"><div class="ltx_flex_figure"><img src="x0.svg" class="ltx_graphics">
<img src="x1.png" id="S1.F1.g1" class="ltx_graphics ltx_img_landscape" width="600" alt="Refer to caption">
</div><figcaption class="ltx_caption"><span class="ltx_tag">Figure 1: </span>Tides &amp; moons,
<math alttext="h&lt;3"><mi>h</mi></math> high.</figcaption></figure></body></html>`;

/**
 * Starts a local stub of a host of pictures and of arXiv's HTML: good files, hostile files, and
 * papers by their identifier: `…404` has no page, `…500` a page without a figure.
 */
export async function startPictures(): Promise<PicturesStandIn> {
  const asked: string[] = [];
  const standIn = { elsewhere: 'http://127.0.0.1:1/private.png', busy: 429 };
  const files: Record<string, { type: string; body: Buffer | string }> = {
    '/good.png': { type: 'image/png', body: await png(800, 500, '#0f766e') },
    '/poster.png': { type: 'image/png', body: await png(1200, 648, '#7c2d12') },
    '/unlabelled': { type: 'text/html', body: await png(640, 400, '#1d4ed8') },
    // 26 million pixels in 80 kB.
    '/bomb.png': { type: 'image/png', body: await png(5_200, 5_000, '#000000') },
    '/drawing.svg': { type: 'image/png', body: SVG },
    '/page.png': { type: 'image/png', body: HTML },
    '/empty.png': { type: 'image/png', body: '' },
  };
  const figure = await png(600, 300, '#a21caf');

  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push(path);
    const file = files[path];
    if (file) return send(response, 200, file.body, { 'content-type': file.type });
    if (path === '/moved.png') return send(response, 302, '', { location: standIn.elsewhere });
    if (path === '/near.png') return send(response, 302, '', { location: '/good.png' });
    if (path === '/loop.png') return send(response, 302, '', { location: '/loop.png' });
    if (path === '/busy.png') return send(response, standIn.busy, '', { 'retry-after': '60' });
    if (path === '/endless.png') return endless(response);
    // Never answers.
    if (path === '/slow.png') return undefined;
    if (path === '/zipped.png') {
      return send(response, 200, 'x', { 'content-encoding': 'gzip', 'content-type': 'image/png' });
    }
    const id = /^\/html\/([\w./-]+?)(\/x1\.png)?$/.exec(path);
    if (!id?.[1] || /404(v\d+)?$/.test(id[1])) return send(response, 404, 'No HTML.');
    if (id[2]) return send(response, 200, figure, { 'content-type': 'image/png' });
    const none = /500(v\d+)?$/.test(id[1]);
    return send(response, 200, none ? '<figure class="ltx_table"></figure>' : paperHtml(id[1]));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(standIn, {
    base,
    env: { PICTURES_HOSTS: base, ARXIV_HTML_URL: `${base}/html` },
    asked,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

/** Sends a PNG's first bytes, and then zeros until the client hangs up. */
function endless(response: ServerResponse): undefined {
  response.writeHead(200, { 'content-type': 'image/png' });
  response.write('\x89PNG\r\n\x1a\n', 'latin1');
  const zeros = Buffer.alloc(2 ** 16);
  const more = () => {
    while (!response.destroyed && response.write(zeros));
  };
  response.on('drain', more).on('error', () => undefined);
  more();
  return undefined;
}

function send(
  response: ServerResponse,
  status: number,
  body: Buffer | string,
  headers: Record<string, string> = {},
): undefined {
  response.writeHead(status, headers).end(body);
  return undefined;
}
