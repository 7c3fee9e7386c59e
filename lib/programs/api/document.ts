import { z } from 'zod';
import { REASONS, type Reason } from '@/lib/base/errors';
import { site } from '@/lib/site/site';
import { SCOPE_WORDS } from '@/lib/tokens/messages';
import { type AnyOperation, TAGS } from './operation';
import { OPERATIONS } from './operations';
import { apiError } from './schema';

export type Schema = {
  $ref?: string;
  type?: string;
  description?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  examples?: unknown[];
  minimum?: number;
  maximum?: number;
  pattern?: string;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
};

export type Parameter = {
  name: string;
  in: 'path' | 'query';
  required: boolean;
  description?: string;
  schema: Schema;
};

type Content = Record<string, { schema: Schema }>;
type ResponseType = { description: string; headers?: Record<string, object>; content?: Content };

export type DocumentedOperation = {
  operationId: string;
  tags: string[];
  summary: string;
  description?: string;
  parameters: Parameter[];
  requestBody?: { required: true; content: Content };
  responses: Record<string, ResponseType>;
  security: Record<string, string[]>[];
};

export type ApiDocument = {
  openapi: '3.1.0';
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, DocumentedOperation>>;
  components: {
    schemas: Record<string, Schema>;
    securitySchemes: Record<string, object>;
    headers: Record<string, object>;
  };
};

const VERSION = '1';

/**
 * Returns the OpenAPI document of all operations, generated from the schemas that validate their
 * input.
 */
export function apiDocument(): ApiDocument {
  const { name, url } = site();
  const schemas: Record<string, Schema> = {};
  const paths: ApiDocument['paths'] = {};
  for (const operation of OPERATIONS) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: documented(operation, schemas),
    };
  }
  const scopes = Object.entries(SCOPE_WORDS).map(([scope, { hint }]) => `\`${scope}\`: ${hint}`);
  return {
    openapi: '3.1.0',
    info: {
      title: `${name} API`,
      version: VERSION,
      description:
        'Papers, comments and votes for programs, after the Hugging Face papers API: its clients work by changing the host.',
    },
    servers: [{ url }],
    tags: [...new Set(OPERATIONS.map(({ tag }) => tag))].map((tag) => ({
      name: tag,
      description: TAGS[tag],
    })),
    paths,
    components: {
      schemas,
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: `A token of /settings/tokens. Scopes: ${scopes.join(' ')}`,
        },
      },
      headers: {
        RateLimit: { description: 'What is left: `"api";r=499;t=1`.', schema: { type: 'string' } },
        Link: { description: 'The next page: `<…>; rel="next"`.', schema: { type: 'string' } },
        RetryAfter: { description: 'Seconds to wait.', schema: { type: 'integer' } },
      },
    },
  };
}

/** Errors that every operation can return. */
const USUAL: Reason[] = ['invalid', 'rate_limited', 'unavailable', 'internal'];
const BY_TOKEN: Reason[] = ['signed_out', 'forbidden', 'banned'];

function documented(operation: AnyOperation, schemas: Record<string, Schema>): DocumentedOperation {
  const { id, tag, summary, description, response, type, status = 200, method } = operation;
  const { scope, signedIn, personal, refusals = [], body } = operation;
  const limits = { RateLimit: { $ref: '#/components/headers/RateLimit' } };
  const paged = 'cursor' in operation.query.shape || 'p' in operation.query.shape;
  const responses: Record<string, ResponseType> = {
    [status]: {
      description: summary,
      headers: { ...limits, ...(paged && { Link: { $ref: '#/components/headers/Link' } }) },
      content: { [type ?? 'application/json']: { schema: toSchema(response, 'output', schemas) } },
    },
  };
  if (method === 'GET') responses[304] = { description: 'As `If-None-Match` says.' };
  const error = { 'application/json': { schema: toSchema(apiError, 'output', schemas) } };
  const possible: Reason[] = [...USUAL, ...(scope || signedIn ? BY_TOKEN : []), ...refusals];
  if (body) possible.push('too_large');
  for (const reason of possible) {
    const { status: code, words } = REASONS[reason];
    const said = responses[code]?.description;
    responses[code] = {
      description: said && !said.includes(words) ? `${said} ${words}` : words,
      ...(code === 429 && {
        headers: { ...limits, 'Retry-After': { $ref: '#/components/headers/RetryAfter' } },
      }),
      content: error,
    };
  }
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description && { description }),
    parameters: [
      ...parametersOf('path', operation.params, schemas),
      ...parametersOf('query', operation.query, schemas),
    ],
    ...(body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: toSchema(body, 'input', schemas) } },
      },
    }),
    responses,
    // Any read accepts a token, which has limits of its own.
    security: securityOf({ scope, signedIn, personal }),
  };
}

const securityOf = ({ scope, signedIn, personal }: Partial<AnyOperation>) => {
  if (scope || signedIn) return [{ token: scope ? [scope] : [] }];
  return [{}, { token: personal ? ['read'] : [] }];
};

function parametersOf(
  place: 'path' | 'query',
  shape: z.ZodObject,
  schemas: Record<string, Schema>,
): Parameter[] {
  const { properties = {}, required = [] } = toSchema(shape, 'input', schemas);
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(description && { description }),
    schema,
  }));
}

/** Converts a zod schema to JSON Schema; named ones go to `schemas`. */
function toSchema(
  schema: z.ZodType,
  io: 'input' | 'output',
  schemas: Record<string, Schema>,
): Schema {
  const made = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  const text = JSON.stringify(made, (key, value) =>
    key === '$schema' || (key === 'id' && typeof value === 'string') ? undefined : value,
  ).replaceAll('#/$defs/', '#/components/schemas/');
  const { $defs, ...whole } = JSON.parse(text) as Schema & { $defs?: Record<string, Schema> };
  Object.assign(schemas, $defs);
  return whole;
}
