import { expect, it } from 'vitest';
import { arrangeFields } from './fields';

const collection = 'a'.repeat(16);
const read = (fields: Record<string, string>) =>
  arrangeFields.safeParse({ collection, ...fields }).data;

it('takes only the notes that changed in this form', () => {
  expect(
    read({
      'note:2401.00001': 'Same\r\ntext ',
      'was:2401.00001': 'Same\ntext',
      'note:hep-th/9901001': 'New',
      'was:hep-th/9901001': '',
      'note:x1234567': '',
      'was:x1234567': 'Old',
    }),
  ).toEqual({
    collection,
    page: '',
    notes: [
      { paper: 'hep-th/9901001', note: 'New' },
      { paper: 'x1234567', note: '' },
    ],
  });
});

it('does what the button says, or moves the paper whose number changed', () => {
  const places = { 'place:2401.00001:1': '1', 'place:2401.00002:2': '5' };
  expect(read({ ...places, act: 'save' })?.move).toEqual({ paper: '2401.00002', to: 5 });
  expect(read({ ...places, act: 'move:2401.00001:2' })?.move).toEqual({
    paper: '2401.00001',
    to: 2,
  });
  expect(read({ ...places, act: 'remove:2401.00001' })).toEqual({
    collection,
    page: '',
    notes: [],
    remove: '2401.00001',
  });
  for (const bad of ['0', '501', '-1', 'x', '']) {
    expect(read({ 'place:2401.00001:1': bad }), bad).toBeUndefined();
  }
  expect(read({ act: 'move:../x:1' })).toBeUndefined();
});
