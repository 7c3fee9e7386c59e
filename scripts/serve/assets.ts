import {
  cpSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { log } from '@/lib/base/log';
import { servedPath } from '@/lib/web/doors';

/** Milliseconds that assets are kept after another build was started. */
const KEPT = 24 * 3_600_000;
const HOUR = 3_600_000;
/** A file that marks a folder as replaced, with its modification time. */
const REPLACED = 'replaced';
const PREFIX = '/_next/static/';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'application/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/**
 * Stores the assets of each served build in a subfolder of `folder`, which instances on one machine
 * share, and serves those of other builds. They are requested by open pages, by pages cached in a
 * proxy, and by pages of an instance that was deployed earlier.
 */
export class EarlierAssets {
  readonly #id: string;

  constructor(
    private readonly folder: string,
    private readonly build = '.next',
  ) {
    this.#id = readFileSync(path.join(build, 'BUILD_ID'), 'utf8').trim();
  }

  /** Stores this build's assets, and deletes expired ones every hour. */
  keep(): void {
    this.tidy();
    setInterval(() => this.tidy(), HOUR).unref();
  }

  /** Stores this build's assets, and deletes those of builds replaced a day ago. */
  tidy(): void {
    try {
      this.#store();
      for (const build of this.#builds()) {
        if (build === this.#id) continue;
        const mark = path.join(this.folder, build, REPLACED);
        if (!existsSync(mark)) writeFileSync(mark, '');
        else if (Date.now() - statSync(mark).mtimeMs > KEPT) {
          rmSync(path.join(this.folder, build), { recursive: true, force: true });
        }
      }
    } catch (error) {
      // Without this folder, the site still serves the current build.
      log.warn({ err: (error as Error).message }, 'assets of this build could not be kept');
    }
  }

  /** Handles a request for another build's asset; returns false for any other. */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    const { url = '', method } = request;
    if (!url.startsWith(PREFIX)) return false;
    const file = this.#find(servedPath(url));
    if (!file) return false;
    response.setHeader('content-type', TYPES[path.extname(file)] ?? 'application/octet-stream');
    response.setHeader('content-length', statSync(file).size);
    response.setHeader('cache-control', 'public, max-age=31536000, immutable');
    if (method === 'HEAD') response.end();
    else
      createReadStream(file)
        .on('error', () => response.destroy())
        .pipe(response);
    return true;
  }

  #find(served: string): string | null {
    if (!served.startsWith(PREFIX)) return null;
    const name = served.slice(PREFIX.length);
    if (isFile(path.join(this.build, 'static', name))) return null;
    const others = this.#builds().filter((build) => build !== this.#id);
    const files = others.map((build) => path.join(this.folder, build, 'static', name));
    return files.find(isFile) ?? null;
  }

  #store(): void {
    const own = path.join(this.folder, this.#id);
    rmSync(path.join(own, REPLACED), { force: true });
    if (existsSync(own)) return;
    // Atomic, also if another instance starts at the same time.
    const making = path.join(this.folder, `.${this.#id}.${process.pid}`);
    mkdirSync(making, { recursive: true });
    cpSync(path.join(this.build, 'static'), path.join(making, 'static'), { recursive: true });
    try {
      renameSync(making, own);
    } catch (error) {
      rmSync(making, { recursive: true, force: true });
      if (!existsSync(own)) throw error;
    }
  }

  #builds(): string[] {
    if (!existsSync(this.folder)) return [];
    return readdirSync(this.folder).filter((name) => /^[\w-]+$/.test(name));
  }
}

const isFile = (file: string): boolean =>
  statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
