import type { Metadata } from 'next';
import { OperationSection } from '@/components/api-docs/operation-section';
import { SchemaSection } from '@/components/api-docs/schema-section';
import { TryToken } from '@/components/api-docs/try-token';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { apiDocument } from '@/lib/programs/api/document';

export const metadata: Metadata = {
  title: 'API',
  description: 'What programs can ask: papers, comments and votes.',
  alternates: { canonical: '/docs/api' },
};

export default function ApiPage() {
  const { info, tags, paths, components, servers } = apiDocument();
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const origin = servers[0]?.url ?? '';
  return (
    <PageShell>
      <PageHeading hint={info.description}>API</PageHeading>
      <div className="max-w-prose space-y-3 text-sm leading-relaxed">
        <p>
          Everybody may read, without a key and from any page. To vote or write, a program needs a
          token of its reader: make one under{' '}
          <a href="/settings/tokens" className="text-link">
            API tokens
          </a>{' '}
          and send it as <code>Authorization: Bearer ppt_…</code>. Lists lead on by their{' '}
          <code>Link</code> header. What goes wrong is answered as{' '}
          <code>{'{ "error": words, "code": … }'}</code>.
        </p>
        <p>
          The whole of this page for programs is{' '}
          <a href="/api/openapi.json" className="text-link">
            /api/openapi.json
          </a>
          , and agents find tools at <code>/api/mcp</code> (MCP, streamable HTTP). A client of the
          Hugging Face Hub works when it is told <code>HF_ENDPOINT={origin}</code>.
        </p>
      </div>
      <TryToken />
      <nav aria-label="Operations" className="mt-6">
        <ul className="gap-x-6 text-sm sm:columns-2">
          {operations.map(({ path, method, operation }) => (
            <li key={operation.operationId} className="break-inside-avoid">
              <a
                href={`#${operation.operationId}`}
                className="flex min-h-7 items-baseline gap-2 hover:text-accent"
              >
                <code className="w-14 shrink-0 text-muted text-xs uppercase">{method}</code>
                <code className="[overflow-wrap:anywhere]">{path}</code>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {tags.map(({ name }) => (
        <section key={name} className="mt-8">
          <h2 className="border-line border-b pb-1 font-semibold text-lg">{name}</h2>
          {operations
            .filter(({ operation }) => operation.tags.includes(name))
            .map((entry) => (
              <OperationSection key={entry.operation.operationId} {...entry} origin={origin} />
            ))}
        </section>
      ))}
      <section aria-labelledby="shapes" className="mt-8">
        <h2 id="shapes" className="border-line border-b pb-1 font-semibold text-lg">
          Shapes
        </h2>
        {Object.entries(components.schemas).map(([name, schema]) => (
          <SchemaSection key={name} name={name} schema={schema} />
        ))}
      </section>
    </PageShell>
  );
}
