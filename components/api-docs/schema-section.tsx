import type { Schema } from '@/lib/programs/api/document';
import { Marked, TypeWords } from './type-words';

export function SchemaSection({ name, schema }: { name: string; schema: Schema }) {
  const required = new Set(schema.required);
  return (
    <section aria-labelledby={`shape-${name}`} className="mt-4">
      <h3 id={`shape-${name}`} className="scroll-mt-4 font-medium">
        {name}
      </h3>
      <dl className="mt-1 divide-y divide-line border-line border-y text-sm">
        {Object.entries(schema.properties ?? {}).map(([field, its]) => (
          <div key={field} className="gap-x-4 py-1 sm:flex">
            <dt className="shrink-0 sm:w-52">
              <code>{field}</code>
              {required.has(field) ? null : <span className="text-muted"> if known</span>}
            </dt>
            <dd className="min-w-0 [overflow-wrap:anywhere]">
              <TypeWords schema={its} />
              {its.description ? (
                <span className="text-muted">
                  {' '}
                  · <Marked text={its.description} />
                </span>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
