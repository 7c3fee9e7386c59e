/** A token bucket: `limit` tokens at most, refilled evenly over `seconds`. */
export type Window = { limit: number; seconds: number };

const SECONDS = { s: 1, sec: 1, min: 60, m: 60, h: 3600, hour: 3600, d: 86_400, day: 86_400 };
const WINDOW = /^(\d{1,7})\s*\/\s*(\d{0,5})\s*(s|sec|min|m|h|hour|d|day)$/;

/** Parses `6/min,30/h` into windows, the shortest first; null if it is malformed. */
export function parseWindows(text: string): Window[] | null {
  const windows: Window[] = [];
  for (const part of text.split(',')) {
    const [, limit, count, unit] = WINDOW.exec(part.trim()) ?? [];
    const seconds = Number(count || 1) * SECONDS[(unit ?? 's') as keyof typeof SECONDS];
    if (!Number(limit) || !seconds) return null;
    windows.push({ limit: Number(limit), seconds });
  }
  return windows.sort((a, b) => a.seconds - b.seconds);
}
