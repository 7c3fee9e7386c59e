/** Returns today's feed day: YYYY-MM-DD in UTC. */
export const today = (now = new Date()): string => now.toISOString().slice(0, 10);

/** Returns whether `text` is an existing day, written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
}
