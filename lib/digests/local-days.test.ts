import { expect, it } from 'vitest';
import { dayOf, lastDue, nextDue, spanOf } from './schedule';

/** Clocks that change at midnight, by an hour at noon or by half an hour, and one that does not. */
const ZONES = [
  'America/Scoresbysund',
  'America/Nuuk',
  'America/Havana',
  'America/Santiago',
  'America/Asuncion',
  'Africa/Cairo',
  'Asia/Beirut',
  'Atlantic/Azores',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'UTC',
];
const HOURS = [0, 22, 23];

it.each(ZONES)('daily mails have each local day once in %s', (timeZone) => {
  for (const hour of HOURS) {
    const plan = { cadence: 'daily', hour, timeZone } as const;
    const days: string[] = [];
    let due = nextDue(plan, new Date('2024-12-31T12:00:00Z'));
    for (const end = new Date('2026-01-02T12:00:00Z'); due < end; ) {
      days.push(dayOf(plan, due));
      const next = nextDue(plan, due);
      expect(next > due).toBe(true);
      expect(lastDue(plan, new Date(next.getTime() - 1))).toEqual(due);
      expect(spanOf(plan, next)).toEqual({ from: due, to: next });
      due = next;
    }
    const first = Date.parse(`${days[0]}T00:00:00Z`);
    const expected = days.map((_, i) =>
      new Date(first + i * 86_400_000).toISOString().slice(0, 10),
    );
    expect(days, `at ${hour}`).toEqual(expected);
  }
});
