/**
 * The id of this build, inlined by next.config.ts; empty in development. Builds of the same sources
 * share it, and with it chunk names and ids of actions (scripts/setup/build-id.ts).
 */
export const BUILD: string = process.env.PAPERTIDE_BUILD ?? '';
