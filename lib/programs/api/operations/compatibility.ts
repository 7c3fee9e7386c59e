import { z } from 'zod';
import { ok } from '@/lib/base/errors';
import { exactText } from '@/lib/base/input-text';
import { defineOperation, reply } from '../operation';
import { paperParam } from '../paper-key';

/** Clients of the Hugging Face API request these; this site has no models, data sets and spaces. */
const nothing = z.object({});
const none = z.array(z.object({ id: z.string() }));

export const listRepos = defineOperation({
  id: 'listRepos',
  method: 'GET',
  path: '/api/arxiv/{id}/repos',
  tag: 'Compatibility',
  summary: 'Models, data sets and spaces of a paper',
  description: 'None are kept here.',
  params: paperParam,
  query: nothing,
  response: z.object({ models: none, datasets: none, spaces: none }),
  run: async () => ok(reply({ models: [], datasets: [], spaces: [] })),
});

const filterQuery = z.object({
  filter: exactText().max(200).optional().describe('`arxiv:2407.21783`'),
  limit: z.coerce.number().int().min(1).max(1_000).optional(),
});

const emptyList = (kind: 'models' | 'datasets' | 'spaces') =>
  defineOperation({
    id: `list${kind[0]?.toUpperCase()}${kind.slice(1)}`,
    method: 'GET',
    path: `/api/${kind}`,
    tag: 'Compatibility',
    summary: `The ${kind} of a paper`,
    description: 'None are kept here.',
    params: nothing,
    query: filterQuery,
    response: none,
    run: async () => ok(reply([])),
  });

export const listModels = emptyList('models');
export const listDatasets = emptyList('datasets');
export const listSpaces = emptyList('spaces');
