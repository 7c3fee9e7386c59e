import type { ReactNode } from 'react';
import type { Schema } from '@/lib/programs/api/document';

/** Describes a schema's type in a few words, with links to named schemas. */
export function TypeWords({ schema }: { schema: Schema }): ReactNode {
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1) ?? '';
    return (
      <a href={`#shape-${name}`} className="text-link">
        {name}
      </a>
    );
  }
  if (schema.type === 'array') {
    return <>list of {schema.items ? <TypeWords schema={schema.items} /> : 'anything'}</>;
  }
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.type === 'object' && schema.properties) {
    return `{ ${Object.keys(schema.properties).join(', ')} }`;
  }
  return `${schema.type ?? 'anything'}${range(schema)}`;
}

function range({ minimum, maximum }: Schema): string {
  const upper = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER ? maximum : undefined;
  if (minimum !== undefined && upper !== undefined) return ` from ${minimum} to ${upper}`;
  return '';
}

/** Renders text with `…` as code. */
export const Marked = ({ text }: { text: string }): ReactNode =>
  text.split('`').map((part, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never reorder
    at % 2 === 1 ? <code key={at}>{part}</code> : part,
  );
