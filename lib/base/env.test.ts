import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readEnv, VARIABLES } from './env';

const problems = (env: Record<string, string>) => {
  const result = readEnv(env as unknown as NodeJS.ProcessEnv);
  return result.ok ? [] : result.problems;
};

describe('the environment', () => {
  it('needs no variable, and treats an empty one as unset', () => {
    expect(problems({ NODE_ENV: 'production', SMTP_URL: '', PORT: '' })).toEqual([]);
  });

  it('lists every problem, one line each, without the value', () => {
    const found = problems({
      PORT: '99999',
      DATABASE_URL: 'mysql://root:hunter2@db/papers',
      DEMO: 'maybe',
      SITE_URL: 'papers.example.org',
      SITE_TIME_ZONE: 'Mars/Olympus',
      RATE_LIMIT_VOTE: 'often',
      GITHUB_CLIENT_ID: 'abc',
      MAIL_FROM: 'papers@example.org',
    });
    expect(found).toEqual([
      'PORT: is no whole number from 0 to 65535',
      'SITE_URL: is no http or https address',
      'DATABASE_URL: is no address like postgres://user:password@host:5432/name',
      'DEMO: is neither 1 nor 0',
      'SITE_TIME_ZONE: is no time zone',
      'RATE_LIMIT_VOTE: is not like 60/min or 1/5s,30/h',
      'GITHUB_CLIENT_SECRET: is missing, because GITHUB_CLIENT_ID is set',
      'SMTP_URL: is missing, because MAIL_FROM is set',
    ]);
  });

  it.each([
    ['EMBEDDINGS_URL', 'http://127.0.0.1:8080/v1', 'EMBEDDINGS_MODEL'],
    ['EMBEDDINGS_MODEL', 'granite', 'EMBEDDINGS_URL'],
    ['SUMMARIES_URL', 'http://127.0.0.1:11434/v1', 'SUMMARIES_MODEL'],
    ['SUMMARIES_MODEL', 'qwen2.5:3b', 'SUMMARIES_URL'],
  ])('rejects %s without the rest of the model', (name, value, missing) => {
    expect(problems({ [name]: value })).toEqual([`${missing}: is missing, because ${name} is set`]);
  });

  it('expects the site at the root of a host', () => {
    expect(problems({ SITE_URL: 'https://papers.example.org/' })).toEqual([]);
    for (const path of ['/papers', '/?a', '#b']) {
      expect(problems({ SITE_URL: `https://papers.example.org${path}` })).toHaveLength(1);
    }
  });

  it('rejects a sign-in provider without TLS', () => {
    const oidc = (issuer: string) => problems({ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: 'a' });
    expect(oidc('http://sso.example.org')).toEqual(['OIDC_ISSUER: needs https']);
    expect(oidc('http://localhost:4000')).toEqual([]);
  });
});

describe('.env.example', () => {
  const lines = readFileSync('.env.example', 'utf8')
    .split('\n')
    .filter((line) => /^#?[A-Z0-9_]+=/.test(line));
  const pairs = lines.map((line) => line.replace(/^#/, '').split(/=(.*)/s));

  it('lists every variable that a host may set, once', () => {
    const ours = /^(NODE_ENV|PAPERTIDE_.*)$/;
    expect(pairs.map(([name]) => name)).toEqual(VARIABLES.filter((name) => !ours.test(name)));
  });

  it('has valid examples', () => {
    const shown = Object.fromEntries(pairs.map(([name, value]) => [name, value ?? '']));
    expect(problems(shown)).toEqual([]);
  });
});
