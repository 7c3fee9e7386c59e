import pino from 'pino';
import { env } from './env';

/** Structured logs on stdout. They carry no e-mail or IP address, no token, no body. */
export const log = pino({
  base: undefined,
  level: env().LOG_LEVEL,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
});
