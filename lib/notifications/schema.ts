import { z } from 'zod';
import { exactText } from '@/lib/base/input-text';
import { KINDS } from '@/lib/notify/kinds';
import type { NotificationKind } from '@/lib/notify/types';
import type { Role } from '@/lib/web/types';
import { WATCHES } from './watches';

export const KIND_NAMES = Object.keys(KINDS) as [NotificationKind, ...NotificationKind[]];

/** The kinds that a user can choose: some concern moderators alone. */
export const kindsFor = (role: Role): NotificationKind[] =>
  KIND_NAMES.filter((kind) => role !== 'member' || !KINDS[kind].staffOnly);

const rowId = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

/** One of them, or all that were there when the page was made. */
export const markReadInput = z.union([z.object({ id: rowId }), z.object({ upTo: rowId })]);

/** Boxes of the form, by what they switch on: `reply.mail`; one that is not ticked is not sent. */
export const settingsInput = z.object({
  on: z.array(exactText().max(60)).max(100).default([]),
});

export const watchInput = z.object({ paperId: rowId, watch: z.enum(WATCHES) });

export type MarkReadInput = z.output<typeof markReadInput>;
export type SettingsInput = z.output<typeof settingsInput>;
export type WatchInput = z.output<typeof watchInput>;
