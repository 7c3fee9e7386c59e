import type { DocumentedOperation, Parameter, Schema } from '@/lib/programs/api/document';
import { TryOperation } from './try-operation';
import { Marked, TypeWords } from './type-words';

type Props = { path: string; method: string; operation: DocumentedOperation; origin: string };

const exampleOf = ({ schema, name }: Parameter): string => {
  const [example] = schema.examples ?? [];
  return typeof example === 'string' ? example : name;
};

/** Returns the call as a curl command to paste into a terminal. */
function curl({ path, method, operation, origin }: Props): string {
  const address = path.replace(/\{(\w+)\}/g, (_, name) => {
    const parameter = operation.parameters.find((one) => one.in === 'path' && one.name === name);
    return parameter ? exampleOf(parameter) : name;
  });
  const parts = ['curl'];
  if (method !== 'get') parts.push(`-X ${method.toUpperCase()}`);
  if (needsToken(operation)) parts.push("-H 'Authorization: Bearer ppt_…'");
  const body = bodyOf(operation);
  if (body) parts.push("-H 'Content-Type: application/json'", `-d '${exampleBody(body)}'`);
  return [...parts, `'${origin}${address}'`].join(' ');
}

const needsToken = ({ security = [] }: DocumentedOperation): boolean =>
  security.length > 0 && security.every((one) => 'token' in one);

const bodyOf = ({ requestBody }: DocumentedOperation): Schema | undefined =>
  requestBody?.content['application/json']?.schema;

/** Returns a JSON body with the required fields, strings left empty. */
const exampleBody = (schema: Schema): string =>
  JSON.stringify(Object.fromEntries((schema.required ?? []).map((name) => [name, '…'])));

/** One API operation: its parameters, its responses, and a form to try it. */
export function OperationSection(props: Props) {
  const { path, method, operation } = props;
  const { operationId, summary, description, parameters, responses, security = [] } = operation;
  const body = bodyOf(operation);
  const [scope] = security.flatMap((one) => one.token ?? []);
  const [status, answer] = Object.entries(responses).find(([code]) => code < '300') ?? [];
  const [[type, content] = []] = Object.entries(answer?.content ?? {});
  return (
    <article aria-labelledby={operationId} className="mt-6 space-y-2 text-sm">
      <h3 id={operationId} className="scroll-mt-4 font-medium text-base">
        {summary}
      </h3>
      <p className="[overflow-wrap:anywhere]">
        <code className="font-medium uppercase">{method}</code> <code>{path}</code>
      </p>
      {description ? (
        <p className="max-w-prose">
          <Marked text={description} />
        </p>
      ) : null}
      {scope ? (
        <p className="text-muted">
          {needsToken(operation) ? 'Needs a token' : 'Says more to a token'} with the scope{' '}
          <code>{scope}</code>.
        </p>
      ) : null}
      {parameters.length > 0 ? <Fields title="Parameters" fields={parameters} /> : null}
      {body?.properties ? (
        <Fields
          title="Body, as JSON"
          fields={Object.entries(body.properties).map(([name, schema]) => ({
            name,
            schema,
            description: schema.description,
            required: body.required?.includes(name) ?? false,
          }))}
        />
      ) : null}
      <p>
        <span className="text-muted">Answers {status} with </span>
        {type === 'application/json' && content ? <TypeWords schema={content.schema} /> : type}
      </p>
      <pre className="whitespace-pre-wrap rounded-md bg-sunken p-2 text-xs [overflow-wrap:anywhere]">
        <code>{curl(props)}</code>
      </pre>
      <TryOperation
        id={operationId}
        summary={summary}
        method={method.toUpperCase()}
        path={path}
        needsToken={needsToken(operation)}
        parameters={parameters.map((parameter) => ({
          name: parameter.name,
          in: parameter.in,
          required: parameter.required,
          options: (parameter.schema.enum ?? []).map(String),
        }))}
        body={body ? exampleBody(body).replaceAll('…', '') : null}
      />
    </article>
  );
}

type Field = { name: string; required: boolean; description?: string; schema: Schema };

function Fields({ title, fields }: { title: string; fields: Field[] }) {
  return (
    <div>
      <h4 className="text-muted">{title}</h4>
      <dl className="divide-y divide-line border-line border-y">
        {fields.map(({ name, required, description, schema }) => (
          <div key={name} className="gap-x-4 py-1 sm:flex">
            <dt className="shrink-0 sm:w-40">
              <code>{name}</code>
              {required ? <span className="text-muted"> required</span> : null}
            </dt>
            <dd className="min-w-0 [overflow-wrap:anywhere]">
              <TypeWords schema={schema} />
              {schema.default !== undefined && schema.default !== '' ? (
                <span className="text-muted"> · usually {String(schema.default)}</span>
              ) : null}
              {description ? (
                <span className="text-muted">
                  {' '}
                  · <Marked text={description} />
                </span>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
