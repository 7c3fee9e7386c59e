import { expect, it } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import type { PaperText } from '../types';
import { featuresOf, listFeatures } from './features';
import { packInterest, readTaste, settingShape, unpackInterest, writeTaste } from './file';
import { groupLikes } from './interests';
import { ageWeight, LEAST, learn } from './learn';
import { Scorer } from './scorer';
import { termsOf } from './words';

const SUBJECTS = {
  flow: 'rectified flow matching for image generation with diffusion transformers',
  proof: 'theorem proving in Lean with language models and formal verification of proofs',
  protein: 'protein folding and molecular docking with equivariant graph networks',
  robot: 'dexterous manipulation policies for humanoid robots by imitation learning',
  speech: 'speech recognition of endangered languages with phoneme lexicons',
};
type Subject = keyof typeof SUBJECTS;

let number = 0;
function paper(
  subject: Subject,
  extra = '',
  authors = ['Nobody Known'],
  topics = ['cs.LG'],
): PaperText {
  number += 1;
  const text = `We study ${SUBJECTS[subject]}. ${extra}`;
  return { id: number, title: `${SUBJECTS[subject]} ${extra}`, text, authors, topics };
}
const several = (subject: Subject, count: number) =>
  Array.from({ length: count }, (_, at) => paper(subject, `Part ${at} of the series`));
const liked = (papers: PaperText[]) => papers.map((one) => ({ paper: one, at: 0 }));
const others = Object.keys(SUBJECTS).flatMap((subject) =>
  several(subject as Subject, 8).map((one) => featuresOf(one)),
);
const scorerOf = (likes: PaperText[], dislikes: PaperText[] = []) =>
  new Scorer({ interests: learn(liked(likes), liked(dislikes), others), settings: [] });
const score = (scorer: Scorer, one: PaperText) => scorer.score(featuresOf(one));

it('ranks papers similar to liked ones first, and names the words', () => {
  const scorer = scorerOf(several('flow', 3));
  const one = paper('flow', 'Once more');
  for (const subject of ['proof', 'protein', 'robot', 'speech'] as const) {
    expect(score(scorer, one)).toBeGreaterThan(score(scorer, paper(subject)));
  }
  const { features } = scorer.why(one, featuresOf(one));
  expect(features.map(({ shown }) => shown).join(' ')).toMatch(/flow|diffusion|matching/);
});

it('separates interests: each is as good as it would be alone', () => {
  const [flow, protein] = [several('flow', 4), several('protein', 4)];
  expect(groupLikes([...flow, ...protein].map((one) => featuresOf(one)))).toHaveLength(2);
  const both = scorerOf([...flow, ...protein]);
  for (const subject of ['flow', 'protein'] as const) {
    for (const other of ['proof', 'robot', 'speech'] as const) {
      expect(score(both, paper(subject))).toBeGreaterThan(score(both, paper(other)));
    }
  }
});

it('names an author and a topic of liked papers', () => {
  const likes = several('flow', 3).map((one) => ({ ...one, authors: ['Qiang Liu'] }));
  const scorer = scorerOf(likes);
  const one = paper('speech', '', ['Qiang  LIU'], []);
  expect(score(scorer, one)).toBeGreaterThan(score(scorer, paper('speech', '', ['Other'], [])));
  expect(scorer.why(one, featuresOf(one)).features[0]).toMatchObject({ kind: 'author' });
});

it('learns from dislikes', () => {
  const without = scorerOf(several('flow', 3), several('robot', 2));
  const before = scorerOf(several('flow', 3));
  expect(score(without, paper('robot')) - score(without, paper('speech'))).toBeLessThan(
    score(before, paper('robot')) - score(before, paper('speech')),
  );
});

it('halves the weight of a like each week, down to a minimum', () => {
  const week = 7 * 86_400_000;
  fc.assert(
    fc.property(fc.nat({ max: 60 }), (weeks) => {
      expect(ageWeight(0, weeks * week)).toBeCloseTo(Math.max(LEAST, 0.5 ** weeks));
    }),
  );
});

it('lets a user raise, mute or invert a word', () => {
  const interests = learn(liked(several('flow', 3)), [], others);
  const set = (factor: number) =>
    new Scorer({
      interests,
      settings: [{ kind: 'word', key: 'phoneme', shown: 'phoneme', factor }],
    });
  const one = paper('speech');
  const scores = [-2, 0, 1, 2, 3].map((factor) => score(set(factor), one));
  expect(scores).toEqual([...scores].sort((a, b) => a - b));
  expect(new Set(scores).size).toBe(5);
});

it('is deterministic', () => {
  const likes = several('protein', 5);
  expect(learn(liked(likes), [], others)).toEqual(learn(liked(likes), [], others));
});

it('works with no likes, one like, papers without words and no random papers', () => {
  expect(learn([], [], others)).toEqual([]);
  const empty = { ...paper('flow'), title: '', text: '', authors: [], topics: [] };
  for (const likes of [[empty], [empty, empty, empty], several('flow', 1)]) {
    for (const chance of [[], others]) {
      const scorer = new Scorer({ interests: learn(liked(likes), [], chance), settings: [] });
      expect(Number.isFinite(score(scorer, paper('proof')))).toBe(true);
    }
  }
});

it('is a file of some kilobytes with the same scores', () => {
  const interests = learn(liked([...several('flow', 6), ...several('robot', 6)]), [], others);
  const file = writeTaste(interests.map(packInterest), []);
  const text = JSON.stringify(file);
  expect(text.length).toBeLessThan(30_000);
  const read = readTaste(text);
  expect(read).toEqual(file);
  const again = new Scorer({
    interests: (read?.interests ?? []).map(unpackInterest),
    settings: [],
  });
  const before = new Scorer({ interests, settings: [] });
  for (const subject of Object.keys(SUBJECTS) as Subject[]) {
    const one = paper(subject);
    expect(score(again, one)).toBeCloseTo(score(before, one), 1);
  }
});

it('accepts no file but one of its own format', () => {
  const good = writeTaste(learn(liked(several('flow', 3)), [], others).map(packInterest), []);
  const interest = good.interests[0];
  const bad: unknown[] = [
    null,
    [],
    {},
    { ...good, format: 'other' },
    { ...good, version: 2 },
    { ...good, more: 1 },
    { ...good, interests: Array(100).fill(interest) },
    { ...good, interests: [{ ...interest, bias: 1e9 }] },
    { ...good, interests: [{ ...interest, vector: 'AAAA' }] },
    { ...good, interests: [{ ...interest, features: [['word', 'a', 'a\u202eb', 1]] }] },
    { ...good, interests: [{ ...interest, features: [['spell', 'a', 'a', 1]] }] },
    { ...good, settings: [{ kind: 'word', key: 'x'.repeat(500), shown: 'x', factor: 1 }] },
    { ...good, settings: [{ kind: 'word', key: 'x', shown: 'x', factor: 99 }] },
  ];
  for (const one of bad)
    expect(readTaste(JSON.stringify(one)), JSON.stringify(one)?.slice(0, 80)).toBeNull();
  fc.assert(fc.property(fc.string(), (text) => readTaste(text) === null));
  expect(readTaste(`"${'x'.repeat(300_000)}"`)).toBeNull();
});

it('shows words as written, and no frequent ones', () => {
  const terms = termsOf(
    'Rectified Flows for GPT-4o',
    'We show that the method is good. Rectified flow.',
  );
  expect(terms.get('rectified flow')?.shown).toBe('rectified flows');
  expect([...terms.values()].map(({ shown }) => shown)).toContain('GPT-4o');
  for (const word of ['we', 'that', 'the', 'is', 'for']) expect(terms.has(word)).toBe(false);
  fc.assert(fc.property(fc.string(), fc.string(), (title, text) => termsOf(title, text).size >= 0));
});

it('normalizes names of features for forms and files', () => {
  const names = fc.array(fc.string({ unit: 'binary', maxLength: 300 }));
  fc.assert(
    fc.property(names, (authors) => {
      for (const { kind, key, shown } of listFeatures(paper('flow', '', authors))) {
        expect(settingShape.safeParse({ kind, key, shown, factor: 0 }).success).toBe(true);
      }
    }),
    {
      examples: [[['The Collaboration of '.repeat(9), 'Ada\u200bLovelace', '\u202eEve', '\u00ad']]],
    },
  );
});
