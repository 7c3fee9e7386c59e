import { connect } from '@/db/client';

type Node = {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Shared Hit Blocks'?: number;
  'Shared Read Blocks'?: number;
  Plans?: Node[];
};
type Explained = { 'Query Text': string; Plan: Node };

/** Rows that a page may sort: the upvotes of its papers. */
const FEW = 5_000;

/**
 * Returns a client that has the server explain each statement, including triggers', and the plans.
 */
export async function explaining(url: string) {
  const collected: Explained[] = [];
  const client = connect(url, {
    onNotice: ({ message = '' }) => {
      const start = message.indexOf('{');
      if (start >= 0 && message.includes('"Plan"'))
        collected.push(JSON.parse(message.slice(start)));
    },
  });
  await client.sql.unsafe(`load 'auto_explain'`);
  for (const [name, value] of Object.entries({
    log_min_duration: '0',
    log_analyze: 'on',
    log_buffers: 'on',
    log_format: 'json',
    log_level: 'notice',
    log_nested_statements: 'on',
  })) {
    await client.sql.unsafe(`set auto_explain.${name} = '${value}'`);
  }
  return { client, take: () => collected.splice(0) };
}

function* nodes(node: Node, depth = 0): Generator<{ node: Node; depth: number }> {
  yield { node, depth };
  for (const child of node.Plans ?? []) yield* nodes(child, depth + 1);
}

/** Returns full scans of large tables and large sorts; `small` names tables with few rows. */
export function faults(explained: Explained[], small: Set<string>): string[] {
  return explained.flatMap(({ Plan }) =>
    [...nodes(Plan)].flatMap(({ node }) => {
      const { 'Node Type': type, 'Relation Name': table = '', 'Actual Rows': rows } = node;
      if (type === 'Seq Scan' && !small.has(table)) return [`Seq Scan on ${table}`];
      return type.endsWith('Sort') && rows > FEW ? [`${type} of ${rows} rows`] : [];
    }),
  );
}

const blocksOfNode = (node: Node): number =>
  (node['Shared Hit Blocks'] ?? 0) + (node['Shared Read Blocks'] ?? 0);

/** Returns the blocks touched by the statements. */
export const blocksOf = (explained: Explained[]): number =>
  explained.reduce((sum, { Plan }) => sum + blocksOfNode(Plan), 0);

/** Formats the statements with their plans: nodes, relations, rows and blocks. */
export function describePlans(explained: Explained[]): string {
  return explained
    .map(({ 'Query Text': text, Plan }) => {
      const words = text.replace(/\s+/g, ' ').trim();
      const lines = [...nodes(Plan)].map(({ node, depth }) => {
        const on = [node['Index Name'], node['Relation Name']].filter(Boolean).join(' on ');
        const rows = Math.round(node['Actual Rows'] * node['Actual Loops']);
        return `  ${'  '.repeat(depth)}${node['Node Type']}${on && ` ${on}`}: ${rows} rows, ${blocksOfNode(node)} blocks`;
      });
      return [words.length > 110 ? `${words.slice(0, 110)}…` : words, ...lines].join('\n');
    })
    .join('\n');
}
