import { randomBytes } from 'node:crypto';
import { connect, type Database, type connect as open } from '@/db/client';
import { apiTokens } from '@/db/schema';
import { createUser } from '@/db/testing/factories';
import { hashToken } from '@/lib/base/secrets';
import { indexAll } from '@/lib/search/service';
import { fillPapers } from '../papers';

export const PAPERS = 2_145;
const READERS = 400;
const VOTED = 300;
const WORDS =
  'sparse attention retrieval gradient causal kernel robust spectral graph policy'.split(' ');

export type Scene = { tokens: string[]; slugs: string[] };

/** Fills a migrated database: papers with formulas, the search index, and users with tokens. */
export async function fillScene(url: string): Promise<Scene> {
  await fillPapers(url, PAPERS);
  const { sql, db } = connect(url);
  try {
    await addFormulas(sql);
    await indexAll(db);
    const rows = await sql<{ slug: string }[]>`select slug from papers order by id`;
    return { tokens: await addTokens(db), slugs: rows.map(({ slug }) => slug) };
  } finally {
    await sql.end();
  }
}

/** As in arXiv's abstracts: some in the title, a few in the abstract. */
async function addFormulas(sql: ReturnType<typeof open>['sql']): Promise<void> {
  await sql`update papers set
    title = case when id % 3 = 0 then title || ' in $O(n \\log n)$' else title end,
    abstract = 'We show $\\|x\\|_2^2 \\le \\sum_i \\alpha_i x_i$. ' || abstract
      || ' It holds for $\\beta = 0$ and $p(x \\mid y) \\propto e^{-f(x)/T}$.'`;
}

async function addTokens(db: Database): Promise<string[]> {
  const tokens: string[] = [];
  for (let n = 0; n < READERS; n++) {
    const { id } = await createUser({ handle: `voter-${n}` }, db);
    const token = `ppt_${randomBytes(32).toString('base64url')}`;
    await db.insert(apiTokens).values({
      userId: id,
      name: 'bench',
      tokenHash: hashToken(token),
      ending: token.slice(-4),
      scopes: ['read', 'vote'],
      expires: new Date(Date.now() + 3_600_000),
    });
    tokens.push(token);
  }
  return tokens;
}

const list = (values: string[]): string => `{${values.map((value) => `"${value}"`).join(',')}}`;
const PICK = 'function pick(from) return from[math.random(#from)] end\n';
/** Seeds each thread differently. */
const SEED = `local n = 0
function setup(thread) n = n + 1; thread:set("seed", n) end
function init() math.randomseed(seed * 7919) end\n`;

/** Upvotes by many users on many papers, some of them removed again. */
export const votes = ({ tokens, slugs }: Scene): string => `${SEED}${PICK}
local tokens = ${list(tokens)}
local slugs = ${list(slugs.slice(0, VOTED))}
function request()
  local method = math.random(4) == 1 and "DELETE" or "PUT"
  return wrk.format(method, "/api/papers/" .. pick(slugs) .. "/upvote",
    { Authorization = "Bearer " .. pick(tokens) })
end`;

/** A GET of one of many addresses; with `odd`, each gets a unique number appended. */
export const distinct = (paths: string[], odd = false, cookie?: string): string => `${SEED}${PICK}
local paths = ${list(paths)}
local n = 0
function request()
  n = n + 1
  local path = pick(paths) .. ${odd ? '"?n=" .. seed .. "-" .. n' : '""'}
  return wrk.format("GET", path, { ["Accept-Encoding"] = "gzip"${cookie ? `, Cookie = "${cookie}"` : ''} })
end`;

/** Addresses of three-word searches. */
export const searches = (start: string): string[] =>
  WORDS.flatMap((a) => WORDS.flatMap((b) => WORDS.map((c) => `${start}?q=${a}+${b}+${c}`)));
