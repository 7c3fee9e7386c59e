import Link from 'next/link';
import { Fragment, isValidElement, type JSX, type ReactElement, type ReactNode } from 'react';
import { escapeHtml } from '@/lib/base/escape';

/** Attributes that HTML spells in another way than React; of the others it ignores the case. */
const NAMES: Record<string, string> = {
  className: 'class',
  strokeWidth: 'stroke-width',
  strokeLinejoin: 'stroke-linejoin',
  strokeLinecap: 'stroke-linecap',
  strokeOpacity: 'stroke-opacity',
  viewBox: 'viewBox',
};
const VOID = new Set(['br', 'img', 'input', 'hr', 'wbr']);
/** Props that are no attributes. */
const APART = new Set([
  'children',
  'dangerouslySetInnerHTML',
  'prefetch',
  'suppressHydrationWarning',
]);

type Component = (props: object) => ReactNode;
type Props = { children?: ReactNode; dangerouslySetInnerHTML?: { __html: string } };

/**
 * Renders plain components (no hooks, nothing asynchronous) to HTML as `renderToStaticMarkup` of
 * react-dom does, which server components cannot import. A `Link` becomes a plain link, for which
 * SoftLinks cares.
 */
export function staticHtml(node: ReactNode): string {
  if (node === null || node === undefined || typeof node === 'boolean') return '';
  if (Array.isArray(node)) return node.map(staticHtml).join('');
  if (!isValidElement(node)) return escapeHtml(String(node));
  const { type, props } = node as ReactElement<Props>;
  if (type === Fragment) return staticHtml(props.children);
  if (type === Link) return element('a', props);
  return typeof type === 'string' ? element(type, props) : staticHtml((type as Component)(props));
}

function element(tag: keyof JSX.IntrinsicElements | string, props: Props): string {
  const attributes = Object.entries(props).map(([name, value]) => attribute(name, value));
  const open = `<${tag}${attributes.join('')}>`;
  if (VOID.has(tag)) return open.replace(/>$/, '/>');
  return `${open}${props.dangerouslySetInnerHTML?.__html ?? staticHtml(props.children)}</${tag}>`;
}

function attribute(name: string, value: unknown): string {
  if (APART.has(name) || value === null || value === undefined) return '';
  const isSaid = /^(?:aria|data)-/.test(name);
  if (!isSaid && value === false) return '';
  const text = name === 'style' ? styleOf(value as object) : !isSaid && value === true ? '' : value;
  return ` ${NAMES[name] ?? name.toLowerCase()}="${escapeHtml(String(text))}"`;
}

/** Numbers of all but custom properties are pixels. */
const styleOf = (style: object): string =>
  Object.entries(style)
    .map(([name, value]) => {
      if (name.startsWith('--')) return `${name}:${value}`;
      const property = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      return `${property}:${typeof value === 'number' ? `${value}px` : value}`;
    })
    .join(';');
