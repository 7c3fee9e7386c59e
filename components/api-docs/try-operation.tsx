'use client';

import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input, Textarea } from '@/components/ui/field';
import { useReady, useToken } from './token-store';

type Parameter = { name: string; in: 'path' | 'query'; required: boolean; options: string[] };

type Props = {
  id: string;
  summary: string;
  method: string;
  path: string;
  needsToken: boolean;
  parameters: Parameter[];
  /** The initial request body; null for operations without one. */
  body: string | null;
};

type Outcome = { status: string; headers: string[]; text: string };

const SHOWN_HEADERS = ['ratelimit-policy', 'ratelimit', 'retry-after', 'link', 'etag'];
/** Characters of a response that are shown. */
const MOST = 20_000;

/** A form that sends the call and shows the response. It never sends cookies. */
export function TryOperation({ id, summary, method, path, needsToken, parameters, body }: Props) {
  const token = useToken();
  const ready = useReady();
  const prefix = useId();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const value = (name: string) => String(fields.get(name) ?? '').trim();
    const address = path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(value(name)));
    const query = new URLSearchParams(
      parameters
        .filter((one) => one.in === 'query' && value(one.name) !== '')
        .map(({ name }) => [name, value(name)]),
    );
    setBusy(true);
    try {
      const response = await fetch(query.size > 0 ? `${address}?${query}` : address, {
        method,
        credentials: 'omit',
        cache: 'no-store',
        headers: {
          ...(token && { authorization: `Bearer ${token}` }),
          ...(body !== null && { 'content-type': 'application/json' }),
        },
        ...(body !== null && { body: value('body') }),
      });
      setOutcome({
        status: `${response.status} ${response.statusText}`.trim(),
        headers: SHOWN_HEADERS.flatMap((name) => {
          const header = response.headers.get(name);
          return header ? [`${name}: ${header}`] : [];
        }),
        text: pretty(await response.text()),
      });
    } catch {
      setOutcome({ status: 'No answer. Check the connection.', headers: [], text: '' });
    } finally {
      setBusy(false);
    }
  };

  return (
    <details className="needs-script">
      <summary className="inline-flex min-h-8 cursor-pointer items-center text-link">
        Try it<span className="sr-only">: {summary}</span>
      </summary>
      <form onSubmit={send} aria-label={`Try ${summary}`} className="mt-2 max-w-prose space-y-2">
        {parameters.map(({ name, required, options }) => (
          <div key={name} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <label htmlFor={`${prefix}-${name}`} className="w-24 shrink-0">
              <code>{name}</code>
            </label>
            <Input
              id={`${prefix}-${name}`}
              name={name}
              required={required}
              list={options.length > 0 ? `${prefix}-${name}-options` : undefined}
              autoComplete="off"
              className="h-9 min-w-0 flex-1"
            />
            {options.length > 0 ? (
              <datalist id={`${prefix}-${name}-options`}>
                {options.map((option) => (
                  <option key={option} value={option} />
                ))}
              </datalist>
            ) : null}
          </div>
        ))}
        {body !== null ? (
          <div>
            <label htmlFor={`${prefix}-body`}>Body</label>
            <Textarea
              id={`${prefix}-body`}
              name="body"
              defaultValue={body}
              spellCheck={false}
              className="font-mono text-sm"
            />
          </div>
        ) : null}
        {needsToken && !token ? (
          <p className="text-muted">Enter a token at the top of this page first.</p>
        ) : null}
        <Button type="submit" size="sm" variant="primary" disabled={busy || !ready}>
          Send<span className="sr-only">: {summary}</span>
        </Button>
      </form>
      <div role="status" aria-label={`Answer to ${id}`}>
        {outcome ? (
          <>
            <p className="mt-2 font-medium">{outcome.status}</p>
            {outcome.headers.map((line) => (
              <p key={line} className="text-muted text-xs [overflow-wrap:anywhere]">
                {line}
              </p>
            ))}
          </>
        ) : null}
      </div>
      {outcome?.text ? (
        <section
          aria-label={`Body of the answer to ${id}`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard
          tabIndex={0}
          className="mt-1 max-h-96 overflow-auto rounded-md bg-sunken p-2"
        >
          <pre className="text-xs">{outcome.text}</pre>
        </section>
      ) : null}
    </details>
  );
}

function pretty(text: string): string {
  try {
    return cut(JSON.stringify(JSON.parse(text), null, 2));
  } catch {
    return cut(text);
  }
}

const cut = (text: string): string => (text.length > MOST ? `${text.slice(0, MOST)}\n…` : text);
