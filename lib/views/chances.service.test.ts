import { beforeEach, describe, expect, test } from 'vitest';
import { rawSql } from '@/db/client';
import { listTrending } from '@/db/queries/feeds';
import { addViews, getRanked } from '@/db/queries/views';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper, unseenScore } from '@/db/testing/factories';
import { rankWindow } from '@/lib/ranking/fair-chances';
import { chancesOf, findTurn } from './chances';
import { HOUR } from './tally';

useTestDatabase();

/** Hours since 1970. */
const NOW = Math.floor(Date.now() / HOUR);
const ago = (hours: number) => new Date((NOW - hours) * HOUR);

beforeEach(() => emptyTables('papers'));

/** `count` papers of a week ago with many upvotes, above all new ones. */
async function fillFirstPage(count = 25): Promise<number[]> {
  const ids = [];
  for (let n = 0; n < count; n++) {
    const { id } = await createPaper({
      listed: true,
      submittedAt: ago(168),
      trending: unseenScore(1_000 - n, ago(0)),
    });
    ids.push(id);
  }
  return ids;
}

const newPaper = async (hours: number, facts = {}) =>
  (await createPaper({ listed: true, submittedAt: ago(hours), ...facts })).id;

describe('the order of turns', () => {
  test('puts less seen papers first, without views of the current hour', async () => {
    const [much, little, unseen] = [await newPaper(5), await newPaper(6), await newPaper(70)];
    await newPaper(73);
    const seen = (paperId: number, views: number, hours: number) => ({
      paperId,
      place: 0,
      hour: (NOW - hours) * HOUR,
      views,
    });
    await addViews([seen(much, 40, 2), seen(little, 5, 3), seen(unseen, 900, 0)]);
    expect(await findTurn(NOW)).toEqual([unseen, little, much]);
    // It counts in the next one.
    expect(await findTurn(NOW + 1)).toEqual([little, much, unseen]);
  });

  test('rotates equally seen papers over the hours, and is stable within one', async () => {
    for (let n = 0; n < 8; n++) await newPaper(10);
    const first = [];
    for (let hour = NOW; hour < NOW + 24; hour++) first.push((await findTurn(hour))[0]);
    expect(new Set(first).size).toBeGreaterThan(4);
    expect(await findTurn(NOW)).toEqual(await findTurn(NOW));
  });
});

describe('the random places', () => {
  test('go to two papers that the first page does not show anyway', async () => {
    await fillFirstPage();
    const risen = await newPaper(4, { trending: unseenScore(5_000, ago(0)) });
    const [one, other] = [await newPaper(5), await newPaper(6)];
    expect(await chancesOf([risen, one, other])).toEqual([
      { id: one, place: 8 },
      { id: other, place: 17 },
    ]);
  });

  test('go to the next in turn if a paper has left the feeds', async () => {
    await fillFirstPage();
    const [gone, one] = [await newPaper(5), await newPaper(6)];
    await rawSql()`update papers set trending = null where id = ${gone}`;
    expect(await chancesOf([gone, one])).toEqual([{ id: one, place: 8 }]);
  });

  test('are not assigned on a site with one page, or without papers', async () => {
    expect(await chancesOf([])).toEqual([]);
    await fillFirstPage(20);
    expect(await chancesOf([await newPaper(5)])).toEqual([]);
  });
});

test('keep every paper on exactly one page', async () => {
  await fillFirstPage(40);
  for (let n = 0; n < 20; n++) await newPaper(20 + n);
  const chances = await chancesOf(await findTurn(NOW));
  expect(chances).toHaveLength(2);
  const given = chances.map(({ id }) => id);
  const shown = [...given];
  for (const page of [1, 2, 3]) {
    shown.push(...(await listTrending(rankWindow(page, 25, 2), given)));
  }
  const { ranked } = await getRanked(1_000, []);
  expect(shown).toHaveLength(60);
  expect(shown.slice(2)).toEqual(ranked.filter((id) => !given.includes(id)));
});
