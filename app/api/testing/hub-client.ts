import { expect } from 'vitest';

/**
 * Parses responses as the Python client of the Hugging Face Hub (1.28) does, rule by rule: throws
 * where the client would raise.
 */
type Json = Record<string, unknown>;

const DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/;

function date(value: unknown): Date | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string' || !DATE.test(value)) throw new Error(`no date: ${value}`);
  const time = new Date(value);
  if (Number.isNaN(time.getTime())) throw new Error(`no date: ${value}`);
  return time;
}

const dict = (value: unknown): Json => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`no object: ${JSON.stringify(value)}`);
  }
  return value as Json;
};

const list = (value: unknown): unknown[] => {
  if (!Array.isArray(value)) throw new Error(`no list: ${JSON.stringify(value)}`);
  return value;
};

/** `PaperInfo(**data)`: for a list item or a bare paper. */
export function paperInfo(data: unknown) {
  const item = dict(data);
  // `"paper": null` crashes the client.
  const paper = 'paper' in item ? dict(item.paper) : {};
  const either = (name: string) => paper[name] ?? item[name];
  const submitter = item.submittedBy ?? item.submittedOnDailyBy;
  const repos = (name: string) =>
    list(item[name] ?? []).map((repo) => {
      const { id } = dict(repo);
      if (typeof id !== 'string') throw new Error('a repo without id');
      return id;
    });
  return {
    id: String(either('id')),
    authors: list(either('authors') ?? []).map((author) => {
      const { name, user } = dict(author);
      if (user !== undefined && user !== null) dict(user);
      if (typeof name !== 'string') throw new Error('an author without a name');
      return name;
    }),
    publishedAt: date(either('publishedAt')),
    // A list item has its own publishedAt, a paper the day of the list.
    submittedAt: date('paper' in item ? item.publishedAt : item.submittedOnDailyAt),
    submittedBy: submitter === undefined ? null : dict(submitter),
    // The client reads the title only here.
    title: item.title as string | undefined,
    summary: either('summary') as string | undefined,
    upvotes: either('upvotes') as number | undefined,
    discussionId: either('discussionId') as string | undefined,
    comments: (item.numComments ?? 0) as number,
    linked: {
      models: repos('linkedModels'),
      datasets: repos('linkedDatasets'),
      spaces: repos('linkedSpaces'),
    },
    organization: item.organization === undefined ? null : dict(item.organization),
    aiSummary: item.ai_summary,
    projectPage: item.projectPage,
    githubRepo: item.githubRepo,
    githubStars: item.githubStars,
  };
}

/** `list_daily_papers`, `list_papers`: the response must be a bare array. */
export const paperInfos = (body: unknown) => list(body).map(paperInfo);

/** Checks what typed clients in other languages require in addition. */
export function expectTypedItem(data: unknown): void {
  const item = dict(data);
  const paper = dict(item.paper);
  expect(item).toMatchObject({
    title: expect.any(String),
    summary: expect.any(String),
    publishedAt: expect.stringMatching(/\.\d{3}Z$/),
    thumbnail: expect.stringMatching(/^https?:\/\//),
    numComments: expect.any(Number),
    isAuthorParticipating: expect.any(Boolean),
    submittedBy: {
      _id: expect.stringMatching(/^[0-9a-f]{24}$/),
      fullname: expect.any(String),
      name: expect.any(String),
      user: expect.any(String),
    },
    paper: {
      discussionId: expect.stringMatching(/^[0-9a-f]{24}$/),
      upvotes: expect.any(Number),
      submittedOnDailyAt: expect.stringMatching(/T00:00:00\.000Z$/),
    },
  });
  for (const author of list(paper.authors).map(dict)) {
    expect(author).toMatchObject({ _id: expect.stringMatching(/^[0-9a-f]{24}$/), hidden: false });
  }
  for (const name of ['githubRepo', 'projectPage']) {
    if (paper[name] !== undefined) expect(URL.canParse(String(paper[name]))).toBe(true);
  }
  // Unknown fields are left out, never null.
  expect(JSON.stringify(item)).not.toMatch(/:null[,}]/);
}
