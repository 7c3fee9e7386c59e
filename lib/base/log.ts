import pino from 'pino';
import { env } from './env';

/** Structured logs on stdout, without e-mail or IP addresses, tokens and bodies. */
export const log = pino({
  base: undefined,
  level: env().LOG_LEVEL,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
});
