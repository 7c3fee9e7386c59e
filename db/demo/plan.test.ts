import { describe, expect, test } from 'vitest';
import { readCatalogue } from './catalogue';
import { readDiscussions } from './discussions';
import { DAYS, planDemo } from './plan';
import { readers } from './readers';

const source = { papers: readCatalogue(), comments: readDiscussions(), readers };
const day = (at: Date) => at.toISOString().slice(0, 10);

describe('the catalogue', () => {
  test('has no duplicates and only valid arXiv identifiers', () => {
    const ids = source.papers.map((paper) => paper.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(69);
    for (const id of ids) expect(id).toMatch(/^(\d{4}\.\d{4,5}|[a-z-]+\/\d{7})$/);
  });

  test('dates papers in or right before the month of their identifier', () => {
    for (const { id, published } of source.papers) {
      const [, year = '', month = ''] = /^(?:[a-z-]+\/)?(\d\d)(\d\d)/.exec(id) ?? [];
      const since = Date.parse(`${Number(year) > 90 ? 19 : 20}${year}-${month}-01T00:00:00Z`);
      const days = (Date.parse(published) - since) / 86_400_000;
      expect(days, id).toBeGreaterThanOrEqual(-3);
      expect(days, id).toBeLessThan(31);
    }
  });
});

describe('the discussions', () => {
  test('are about papers of the catalogue, by users of the demo, with valid parents', () => {
    const ids = new Set(source.papers.map((paper) => paper.id));
    expect(source.comments.length).toBeGreaterThanOrEqual(30);
    for (const comment of source.comments) {
      expect(ids).toContain(comment.paper);
      expect(readers).toContain(comment.reader);
      expect(comment.markdown).not.toBe('');
      const parent = comment.parent === null ? undefined : source.comments[comment.parent];
      if (!parent) continue;
      expect(parent.paper).toBe(comment.paper);
      expect(parent.after).toBeLessThan(comment.after);
    }
  });
});

describe.each(['2026-07-31T12:34:56Z', '2026-03-01T00:00:00Z', '2026-12-31T23:59:59Z'])(
  'a plan made at %s',
  (time) => {
    const now = new Date(time);
    const plan = planDemo(source, { now, seed: 1 });

    test('has papers on each of the last ten days, and a full first page of them in all', () => {
      const days = Array.from({ length: DAYS }, (_, i) =>
        day(new Date(now.getTime() - i * 86_400_000)),
      );
      const counts = days.map(
        (d) => plan.papers.filter((planned) => day(planned.submittedAt) === d).length,
      );
      expect(Math.min(...counts)).toBeGreaterThanOrEqual(2);
      expect(counts.reduce((a, b) => a + b)).toBe(source.papers.length);
    });

    test('has votes and comments between submission and now, one vote per user', () => {
      const submitted = new Map<string, Date>();
      for (const { paper, submittedAt, submittedBy, upvotes } of plan.papers) {
        submitted.set(paper.id, submittedAt);
        expect(submittedAt.getTime()).toBeLessThanOrEqual(now.getTime());
        expect(new Set([submittedBy, ...upvotes.map((u) => u.reader)]).size).toBe(
          upvotes.length + 1,
        );
        for (const { at } of upvotes) {
          expect(at.getTime()).toBeGreaterThanOrEqual(submittedAt.getTime());
          expect(at.getTime()).toBeLessThanOrEqual(now.getTime());
        }
      }
      expect(plan.comments.length).toBe(source.comments.length);
      for (const { paper, parent, at } of plan.comments) {
        expect(at.getTime()).toBeGreaterThan(submitted.get(paper)?.getTime() ?? Infinity);
        expect(at.getTime()).toBeLessThanOrEqual(now.getTime());
        if (parent !== null) {
          expect(at.getTime()).toBeGreaterThan(plan.comments[parent]?.at.getTime() ?? Infinity);
        }
      }
    });

    test('is deterministic per seed', () => {
      expect(planDemo(source, { now, seed: 1 })).toEqual(plan);
      expect(planDemo(source, { now, seed: 2 })).not.toEqual(plan);
    });
  },
);
