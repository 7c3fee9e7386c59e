import type { Span as ApiSpan, Context } from '@opentelemetry/api';
import { env } from '@/lib/base/env';
import { log } from '@/lib/base/log';
import { type Facts, type Span, setTracing, type Tracing } from '@/lib/base/tracing';
import { cleanSpan } from './clean';

/**
 * Sends traces by OTLP over HTTP, if the standard variables name a receiver. Returns a function that
 * sends what is left and ends it. Without them nothing is loaded.
 */
export async function startTracing(): Promise<() => Promise<void>> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT } = env();
  const { OTEL_SDK_DISABLED, OTEL_TRACES_EXPORTER, OTEL_SERVICE_NAME } = env();
  const isOn = OTEL_EXPORTER_OTLP_ENDPOINT ?? OTEL_EXPORTER_OTLP_TRACES_ENDPOINT;
  if (!isOn || OTEL_SDK_DISABLED || OTEL_TRACES_EXPORTER === 'none') return async () => {};
  const [sdk, { OTLPTraceExporter }, resources, api] = await Promise.all([
    import('@opentelemetry/sdk-trace-node'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
    import('@opentelemetry/api'),
  ]);
  // Not the messages: they may contain the headers that are sent.
  const warn = () => log.warn('a trace could not be sent');
  api.diag.setLogger(
    { error: warn, warn() {}, info() {}, debug() {}, verbose() {} },
    api.DiagLogLevel.ERROR,
  );
  const exporter = new OTLPTraceExporter();
  const { export: send } = exporter;
  exporter.export = (spans, done) => send.call(exporter, spans.map(cleanSpan), done);
  const provider = new sdk.NodeTracerProvider({
    resource: resources
      .resourceFromAttributes({ 'service.name': OTEL_SERVICE_NAME })
      .merge(resources.detectResources({ detectors: [resources.envDetector] })),
    spanProcessors: [new sdk.BatchSpanProcessor(exporter)],
  });
  provider.register();
  setTracing(tracingBy(api, env().TRUSTED_PROXY_HOPS > 0));
  return async () => {
    setTracing(undefined);
    await provider.shutdown().catch(warn);
  };
}

type Api = typeof import('@opentelemetry/api');

/** `believes`: whether callers may say which trace a request belongs to, and that it is sampled. */
function tracingBy({ trace, context, propagation, ...api }: Api, believes: boolean): Tracing {
  const tracer = trace.getTracer('papertide');
  const kinds = {
    request: api.SpanKind.SERVER,
    job: api.SpanKind.CONSUMER,
    work: api.SpanKind.INTERNAL,
  };
  const ours = (span: ApiSpan): Span => ({
    end({ facts = {}, failure } = {}) {
      span.setAttributes(facts);
      if (failure) {
        span.setAttribute('error.type', failure);
        span.setStatus({ code: api.SpanStatusCode.ERROR });
      }
      span.end();
    },
  });
  const begin = (name: string, kind: number, attributes: Facts, parent: Context) =>
    tracer.startSpan(name, { kind, attributes }, parent);
  return {
    start: (name, facts) => ours(begin(name, api.SpanKind.CLIENT, facts, context.active())),
    within({ name, kind, facts, headers }, work) {
      const active = context.active();
      const parent = headers && believes ? propagation.extract(active, headers) : active;
      const span = begin(name, kinds[kind], facts, parent);
      return context.with(trace.setSpan(parent, span), () => work(ours(span)));
    },
  };
}
