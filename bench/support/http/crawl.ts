import { quantile } from '../quantile';
import { type Scene, searches } from './scene';

const ADDRESSES = 5_000;
const READERS = 20;
/** Milliseconds between two requests of a reader. */
const PAUSE = 250;

export type Crawled = { pages: string[]; costly: string[] };

/** Addresses that a crawler finds: every page of papers and feeds, and what is behind forms. */
export function addressesOf({ slugs }: Scene): Crawled {
  const feeds = ['/papers/trending', '/papers/new', '/papers/discussed', '/topics/cs.LG'].flatMap(
    (path) => Array.from({ length: 40 }, (_, n) => `${path}/${n + 2}`),
  );
  const papers = slugs.map((slug) => `/papers/${slug}`);
  const years = Array.from(
    { length: 300 },
    (_, n) => `/papers/filter?year=${1991 + (n % 35)}&upvotes=${n}`,
  );
  return { pages: [...papers, ...feeds], costly: [...searches('/search'), ...years] };
}

/**
 * A crawler for wrk: each request from one of many networks, and one in `every` for a costly page.
 * The site must trust one proxy.
 */
export const crawler = ({ pages, costly }: Crawled, every: number): string => `
local pages = {${pages.map((path) => `"${path}"`).join(',')}}
local costly = {${costly.map((path) => `"${path}"`).join(',')}}
local at = 0
local threads = 0
function setup(thread) threads = threads + 1; thread:set("first", threads) end
function init() at = first * 1000; math.randomseed(first) end
function request()
  at = at + 1
  local path = pages[at % #pages + 1]
  if at % ${every} == 0 then path = costly[math.random(#costly)] end
  local n = math.random(${ADDRESSES})
  local from = "10." .. math.floor(n / 65536) .. "." .. math.floor(n / 256) % 256 .. "." .. n % 256
  return wrk.format("GET", path, { ["Accept-Encoding"] = "gzip", ["X-Forwarded-For"] = from })
end`;

type Readers = { requests: number; refused: number; p50: number; p99: number };

/** Readers with tokens who upvote, and read what changes with it, until `signal` says so. */
export async function read(url: string, scene: Scene, signal: AbortSignal): Promise<Readers> {
  const times: number[] = [];
  let refused = 0;
  const reader = async (token: string, seed: number) => {
    for (let n = seed; !signal.aborted; n += 7) {
      const slug = scene.slugs[n % 200];
      const isVote = n % 2 === 0;
      const since = performance.now();
      const response = await fetch(`${url}/api/papers/${slug}${isVote ? '/upvote' : ''}`, {
        method: isVote ? 'PUT' : 'GET',
        headers: { authorization: `Bearer ${token}`, 'x-forwarded-for': `192.0.2.${seed}` },
      }).catch(() => null);
      await response?.arrayBuffer();
      times.push(performance.now() - since);
      if (!response?.ok) refused++;
      await new Promise((wake) => setTimeout(wake, PAUSE));
    }
  };
  await Promise.all(scene.tokens.slice(0, READERS).map(reader));
  times.sort((a, b) => a - b);
  const at = (share: number) => Math.round(quantile(times, share));
  return { requests: times.length, refused, p50: at(0.5), p99: at(0.99) };
}
