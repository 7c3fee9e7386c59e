/** Facts that tests read from the front page. */
export type Facts = { slug: string; day: string; today: string };

const utcDay = (time: number) => new Date(time).toISOString().slice(0, 10);

export const dayFromNow = (days: number): string => utcDay(Date.now() + days * 86_400_000);

let known: Promise<Facts> | undefined;

async function find(siteUrl: string): Promise<Facts> {
  const front = await (await fetch(siteUrl)).text();
  const slug = /href="\/papers\/(\d{4}\.\d{4,5})"/.exec(front)?.[1];
  // The demo's days are relative to now: yesterday redirects to a day with papers.
  const daily = await fetch(`${siteUrl}/papers/date/${dayFromNow(-1)}`);
  const day = /(\d{4}-\d\d-\d\d)$/.exec(new URL(daily.url).pathname)?.[1];
  if (!slug || !day) throw new Error('The front page shows no paper');
  return { slug, day, today: dayFromNow(0) };
}

export function facts(siteUrl: string): Promise<Facts> {
  known ??= find(siteUrl);
  return known;
}
