import { describe, expect, it } from 'vitest';
import { readCrossref } from './crossref';

const retractionOf = (title: string, facts: object = {}) =>
  readCrossref({ message: { DOI: '10.5555/x', title: [title], ...facts } }, '10.5555/x');
const update = (type: string, DOI = '10.5555/other') => [{ type, DOI, label: 'Retraction' }];

describe('a retracted work', () => {
  it.each<[string, object, string]>([
    ['RETRACTED ARTICLE: A claim about tides', {}, 'A claim about tides'],
    ['RETRACTED: A claim', {}, 'A claim'],
    ['[Retracted] A claim', {}, 'A claim'],
    ['WITHDRAWN: A claim', {}, 'A claim'],
    ['Removed: A claim', {}, 'A claim'],
    ['A claim (Retracted Article. See vol. 3)', {}, 'A claim'],
    ['A claim', { 'updated-by': update('retraction') }, 'A claim'],
    ['A claim', { 'updated-by': update('Removal') }, 'A claim'],
    ['A claim', { 'updated-by': update('withdrawal') }, 'A claim'],
    ['A claim', { 'update-to': update('retraction', '10.5555/X') }, 'A claim'],
  ])('%s %j is marked, without the mark in its title', (title, facts, bare) => {
    const { record, refusal } = retractionOf(title, facts);
    expect(record).toMatchObject({ withdrawn: true, title: bare });
    expect(refusal).toMatch(/^This paper has been retracted/);
  });

  it('has the address of its notice', () => {
    const { record } = retractionOf('A claim', { 'updated-by': update('retraction') });
    expect(record.note).toContain('https://doi.org/10.5555/other');
  });
});

it.each<[string, object]>([
  ['Retraction of: A claim', { 'update-to': update('retraction') }],
  ['Any words', { 'update-to': update('removal') }],
  ['Any words', { 'update-to': update('withdrawal') }],
  ['Retraction: A claim', {}],
  ['Retraction Note: A claim', {}],
  ['Retraction notice to "A claim"', {}],
  ['Notice of Retraction: A claim', {}],
  ['Withdrawal: A claim', {}],
])('a notice is refused as a paper: %s %j', (title, facts) => {
  expect(retractionOf(title, facts).refusal).toMatch(
    /^This is a notice of a retraction, not a paper/,
  );
});

it.each<[string, object]>([
  ['A claim', { 'updated-by': update('correction') }],
  ['A claim', { 'updated-by': update('partial_retraction') }],
  ['A claim', { 'update-to': update('new_version') }],
  ['Retraction of the retina in mice', {}],
  ['Retracted papers and their readers', {}],
  ['Withdrawn children: a study', {}],
  ['Withdrawal of antidepressants', {}],
])('any other work is a paper: %s %j', (title, facts) => {
  expect(retractionOf(title, facts)).toMatchObject({ record: { withdrawn: false, title } });
  expect(retractionOf(title, facts).refusal).toBeUndefined();
});
