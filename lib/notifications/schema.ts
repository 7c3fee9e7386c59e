import { z } from 'zod';
import { exactText } from '@/lib/base/input-text';
import { KINDS } from '@/lib/notify/kinds';
import type { NotificationKind } from '@/lib/notify/types';
import type { Role } from '@/lib/web/types';
import { WATCHES } from './watches';

export const KIND_NAMES = Object.keys(KINDS) as [NotificationKind, ...NotificationKind[]];

/** Returns the kinds that a user can set: some are for moderators only. */
export const kindsFor = (role: Role): NotificationKind[] =>
  KIND_NAMES.filter((kind) => role !== 'member' || !KINDS[kind].staffOnly);

const rowId = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

/** One of them, or all up to the newest one on the page. */
export const markReadInput = z.union([z.object({ id: rowId }), z.object({ upTo: rowId })]);

/** Checkboxes of the form by kind and channel: `reply.mail`; unchecked ones are not sent. */
export const settingsInput = z.object({
  on: z.array(exactText().max(60)).max(100).default([]),
});

export const watchInput = z.object({ paperId: rowId, watch: z.enum(WATCHES) });

export type MarkReadInput = z.output<typeof markReadInput>;
export type SettingsInput = z.output<typeof settingsInput>;
export type WatchInput = z.output<typeof watchInput>;
