import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { type SourcesStandIn, startSources } from '@/e2e/stand-ins/sources';
import { env, forgetEnv } from '@/lib/base/env';
import fc from '@/lib/base/testing/fast-check';
import { parseSource, type SourceId } from '@/lib/papers/sources';
import { SourceUnavailable } from '@/lib/sources/ask-source';
import { fetchSource } from './source-client';
import { sourceRequests } from './source-requests';

useTestDatabase();

let sources: SourcesStandIn;
/** Counts connections to a server that must not get any. */
let strangers = 0;
const stranger = createServer((socket) => {
  strangers += 1;
  socket.destroy();
});
let strangerPort = 0;

beforeAll(async () => {
  sources = await startSources();
  await new Promise<void>((listening) => stranger.listen(0, '127.0.0.1', listening));
  strangerPort = (stranger.address() as AddressInfo).port;
  sources.elsewhere = `http://127.0.0.1:${strangerPort}/works/x`;
  Object.assign(process.env, sources.env, { SOURCE_INTERVAL: '0' });
  forgetEnv();
});

afterEach(() => emptyTables('source_states'));

afterAll(async () => {
  for (const name of [...Object.keys(sources.env), 'SOURCE_INTERVAL']) delete process.env[name];
  forgetEnv();
  await sources.close();
  await new Promise((closed) => stranger.close(closed));
});

const ask = (text: string) => {
  const wanted = parseSource(text);
  if (!wanted) throw new Error(`${text} is not recognized`);
  return fetchSource(wanted, { patience: 5 });
};

/** Identifiers with a given behavior, one per source (e2e/stand-ins/sources). */
const withFate = (fate: string, digit: number): string[] => [
  `10.5555/tides.${fate}`,
  `https://openreview.net/forum?id=${fate}Tides`,
  `2020.${fate}-main.1`,
  `10.1101/2025.01.01.00000${digit}`,
  `10.1101/2025.01.01.2500000${digit}`,
];

describe('the record from a source', () => {
  it('Crossref: a work with its markup converted, and the preprint it came from', async () => {
    const facts = await ask('doi:10.5555/Tides.1');
    expect(facts?.record).toMatchObject({
      source: 'doi',
      externalId: '10.5555/tides.1',
      title: 'Tides in the records of 10.5555/tides.1',
      abstract: 'We measure tides < 3 m, where $h^2$ is small.\n\nThis answer was written by hand.',
      authors: ['Selene Gezeiten', 'Jürgen Mond', 'The Tide Collaboration'],
      // The other iD was not confirmed by its author.
      orcids: [{ name: 'Selene Gezeiten', orcid: '0000-0002-1825-0097' }],
      publishedAt: '2025-01-02T00:00:00.000Z',
      doi: '10.5555/tides.1',
      journalRef: 'Journal of Tides & Moons, 12, 1-9',
      withdrawn: false,
    });
    expect(facts?.related).toEqual([{ source: 'arxiv', id: '2501.10777' }]);
    expect(sources.asked.at(-1)).toBe('/crossref/works/10.5555%2Ftides.1');
  });

  it('OpenReview: a note, also one that only version 1 of its API has', async () => {
    expect((await ask('https://openreview.net/forum?id=YicbFdNTTy'))?.record).toMatchObject({
      source: 'openreview',
      externalId: 'YicbFdNTTy',
      title: 'Tides in the records of YicbFdNTTy',
      abstract: 'We review tides.\n\nThis answer was written by hand.',
      authors: ['Selene Gezeiten', 'Jürgen Mond'],
      publishedAt: '2025-02-03T04:05:06.000Z',
      keywords: ['tides', 'moons'],
      journalRef: 'Tides 2025 Poster',
    });
    const old = await ask('https://openreview.net/forum?id=oldTides1');
    expect(old?.record).toMatchObject({ title: 'Tides in the records of oldTides1' });
    expect(sources.asked.slice(-2)).toEqual([
      '/openreview/notes?id=oldTides1',
      '/openreview1/notes?id=oldTides1',
    ]);
  });

  it('the ACL Anthology: its MODS, with authors and without editors', async () => {
    expect(await ask('https://aclanthology.org/2020.tide-main.463.pdf')).toMatchObject({
      record: {
        source: 'acl',
        externalId: '2020.tide-main.463',
        authors: ['Selene T. Gezeiten', 'Jürgen Mond'],
        publishedAt: '2020-07-01T00:00:00.000Z',
        doi: '10.18653/v1/2020.tide-main.463',
        journalRef: 'Proceedings of the Tides & Moons Meeting',
        categories: ['cs.CL'],
      },
    });
  });

  it.each([
    ['biorxiv', '10.1101/2025.01.01.000010', 'q-bio.NC'],
    ['medrxiv', '10.1101/2025.01.01.25000010', 'q-bio.PE'],
  ])('%s: the newest version of a preprint', async (source, doi, topic) => {
    const facts = await ask(`https://www.${source}.org/content/${doi}v1.full`);
    expect(facts?.record).toMatchObject({
      source,
      externalId: doi,
      version: 2,
      authors: ['S. T. Gezeiten', 'J. Mond'],
      publishedAt: '2025-01-02T00:00:00.000Z',
      revisedAt: '2025-02-03T00:00:00.000Z',
      categories: [topic],
      doi,
    });
  });

  it('null if it does not exist', async () => {
    for (const text of withFate('none', 8)) expect(await ask(text), text).toBeNull();
  });
});

describe('a source that misbehaves', () => {
  it.each([
    ['503', 'away', 2],
    ['a redirect', 'moved', 4],
    ['half an answer', 'cut', 5],
    ['something else', 'odd', 6],
    ['too much', 'large', 7],
    ['nobody unknown', 'locked', 9],
  ])('%s is no valid response, and changes nothing', async (_, fate, digit) => {
    for (const text of withFate(fate, digit)) {
      await expect(ask(text), text).rejects.toBeInstanceOf(SourceUnavailable);
      await emptyTables('source_states');
    }
    expect(strangers).toBe(0);
  });

  it('gets no request during the pause it asks for, then responds', async () => {
    for (const text of withFate('busy', 1)) {
      await expect(ask(text)).rejects.toMatchObject({ retryAfter: 1 });
      const before = sources.asked.length;
      await expect(
        fetchSource(parseSource(text) as SourceId, { patience: 0 }),
      ).rejects.toBeInstanceOf(SourceUnavailable);
      expect(sources.asked.length, 'not asked again at once').toBe(before);
      await emptyTables('source_states');
      await expect(ask(text)).rejects.toBeInstanceOf(SourceUnavailable);
      await emptyTables('source_states');
      expect(await ask(text)).not.toBeNull();
    }
  });

  it('is not waited for longer than a user would wait', async () => {
    vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => AbortSignal.abort(new Error('late')));
    await expect(ask('10.5555/tides.slow')).rejects.toThrow('does not answer within 6 s');
    vi.restoreAllMocks();
  });
});

describe('any pasted text', () => {
  /** The only allowed targets of each source: scheme, host, port and start of the path. */
  const allowed = () => {
    const settings = env();
    return {
      arxiv: [settings.ARXIV_API_URL],
      doi: [`${settings.CROSSREF_API_URL}/works/`],
      openreview: [
        `${settings.OPENREVIEW_API_URL}/notes?id=`,
        `${settings.OPENREVIEW_V1_API_URL}/notes?id=`,
      ],
      acl: [`${settings.ACL_ANTHOLOGY_URL}/`],
      biorxiv: [`${settings.BIORXIV_API_URL}/details/biorxiv/10.`],
      medrxiv: [`${settings.BIORXIV_API_URL}/details/medrxiv/10.`],
      web: [],
    };
  };

  it('causes requests to the host of its source only', () => {
    const pieces = fc.constantFrom(
      'https://',
      'http://',
      'doi:',
      'https://doi.org/',
      '10.1145/',
      '10.1101/',
      'https://openreview.net/forum?id=',
      'https://aclanthology.org/',
      'https://www.biorxiv.org/content/',
      'arXiv:',
      '2201.04388',
      '2020.acl-main.463',
      'P19-1001',
      '2020.03.22.002386',
      '../',
      '..%2f',
      '%2e%2e/',
      '..\\',
      '//evil.example.org/',
      '@evil.example.org',
      ':8080',
      '#',
      '?',
      '&',
      'x=1',
      '169.254.169.254',
      '127.0.0.1',
      '%00',
      '%0d%0aHost: evil',
      '\r\n',
      ' ',
      'file:///',
      '\u3002',
      '／',
      '．．',
      'v2',
    );
    const known = fc.constantFrom(
      '10.1145/3292500',
      'https://doi.org/10.1145/x',
      '10.1101/2020.03.22.002386',
      'https://www.biorxiv.org/content/10.1101/2020.03.22.002386',
      'https://openreview.net/forum?id=YicbFdNTTy',
      'https://aclanthology.org/2020.acl-main.463',
      'P19-1001',
      'arXiv:2201.04388',
      '',
    );
    const tail = fc
      .array(
        fc.oneof(
          { weight: 3, arbitrary: pieces },
          { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
        ),
        { maxLength: 6 },
      )
      .map((all) => all.join(''));
    const text = fc.tuple(known, tail).map(([start, end]) => start + end);
    let made = 0;
    fc.assert(
      fc.property(text, (pasted) => {
        const found = parseSource(pasted);
        if (!found) return;
        for (const { url } of sourceRequests(found)) {
          made += 1;
          expect(
            allowed()[found.source].some((place) => url.href.startsWith(place)),
            url.href,
          ).toBe(true);
          expect(url.username + url.password + url.hash).toBe('');
        }
      }),
      { numRuns: 5_000 },
    );
    expect(made).toBeGreaterThan(500);
  });

  it('reaches no other host: private addresses, names, redirects, other schemes', async () => {
    const port = strangerPort;
    const asked = sources.asked.length;
    for (const text of [
      `http://127.0.0.1:${port}/10.5555/x`,
      `http://localhost:${port}/paper.pdf`,
      `http://127.0.0.1.nip.io:${port}/paper.pdf`,
      `http://localtest.me:${port}/paper.pdf`,
      `http://[::ffff:127.0.0.1]:${port}/x`,
      `http://2130706433:${port}/x`,
      `https://doi.org:${port}/10.5555/elsewhere`,
      `https://openreview.net@127.0.0.1:${port}/forum?id=abcdef`,
      `https://openreview.net:pass@127.0.0.1:${port}/forum?id=abcdef`,
      `https://127.0.0.1:${port}#openreview.net/forum?id=abcdef`,
      `10.5555/../../127.0.0.1:${port}`,
      `10.5555/x@127.0.0.1:${port}/`,
      `doi:10.5555//127.0.0.1:${port}/x`,
      'file:///etc/passwd',
      'gopher://127.0.0.1/x',
    ]) {
      const wanted = parseSource(text);
      if (wanted) await fetchSource(wanted, { patience: 5 }).catch(() => null);
      await emptyTables('source_states');
    }
    for (const text of withFate('moved', 4)) {
      await ask(text).catch(() => null);
      await emptyTables('source_states');
    }
    expect(strangers).toBe(0);
    expect(sources.asked.length, 'the sources themselves were asked').toBeGreaterThan(asked);
  });
});
