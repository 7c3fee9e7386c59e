import type { z } from 'zod';
import { definePageForm } from '@/lib/web/page-form';

/** Makes the handler of a plain form about groups. */
export const groupForm = <Input extends z.ZodType, Output>(
  definition: Omit<Parameters<typeof definePageForm<Input, Output>>[0], 'limit'>,
) => definePageForm({ ...definition, limit: 'group' });

/** The group that a form is about, as far as it can be one: it becomes part of an address. */
export const slugIn = (fields: URLSearchParams): string =>
  (fields.get('slug') ?? '').replace(/[^a-z0-9-]/g, '').slice(0, 48) || 'none';
