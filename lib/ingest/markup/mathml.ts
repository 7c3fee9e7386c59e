import { alphabetLetter, charToTex, FONTS, FUNCTIONS } from './math-symbols';
import { fenced, grouped, joinTex, scripted, texText, withOver, withUnder } from './tex';
import { type MarkupElement, type MarkupNode, textContent } from './tree';

/**
 * Converts presentation MathML (https://www.w3.org/TR/mathml-core/ and the elements of MathML 3
 * that publishers use) to TeX that KaTeX typesets, without dollars; empty for an empty formula.
 * Unknown elements count as a row of their children, so that no content is lost.
 */
export const mathmlToTex = (math: MarkupElement): string => row(math).trim();

/**
 * Returns the TeX of each child; text outside of token elements is whitespace, or is kept as text.
 */
const parts = (node: MarkupElement): string[] => childrenOf(node).map(toTex);

/** Returns the children without whitespace that only formats the markup. */
const childrenOf = (node: MarkupElement): MarkupNode[] =>
  node.children.filter((child) => typeof child !== 'string' || child.trim() !== '');

const markOf = (node: MarkupElement, at: number): string => {
  const mark = childrenOf(node)[at];
  return mark === undefined ? '' : textContent(mark).trim();
};

const row = (node: MarkupElement): string => {
  const children = childrenOf(node);
  return fencedRow(children) ?? joinTex(children.map(toTex));
};

const FENCES: Record<string, string> = { '(': ')', '[': ']', '{': '}', '|': '|', '‖': '‖' };
const TALL = /\\(?:frac|genfrac|begin|sum|prod|int|sqrt)/;

/** Returns a row in fences that grow with their content; a brace alone starts cases. */
function fencedRow(children: MarkupNode[]): string | null {
  const first = operator(children[0]);
  if (!Object.hasOwn(FENCES, first) || children.length < 2) return null;
  const last = operator(children.at(-1));
  const closed = FENCES[first] === last;
  const alone = first === '{' && !closed && children.length === 2;
  if (!closed && !alone) return null;
  const inner = closed ? children.slice(1, -1) : children.slice(1);
  if (inner.some((child) => ['(', ')', '[', ']', '{', '}', '|'].includes(operator(child)))) {
    return null;
  }
  const content = joinTex(inner.map(toTex));
  if (alone ? !content.startsWith('\\begin') : !TALL.test(content)) return null;
  return fenced(first, closed ? last : '', content);
}

const operator = (node: MarkupNode | undefined): string =>
  typeof node === 'object' && node.name === 'mo' ? textContent(node).trim() : '';

/** Returns the TeX of a node. */
function toTex(node: MarkupNode): string {
  if (typeof node === 'string') return texText(node);
  const [a = '', b = '', c = ''] = SCHEMATA.has(node.name) ? parts(node) : [];
  switch (node.name) {
    case 'mi':
      return identifier(node);
    case 'mn':
    case 'mo':
      return operatorTex(textContent(node).trim(), node.attributes.mathvariant);
    case 'mtext':
      return texText(textContent(node));
    case 'ms':
      return texText(`"${textContent(node)}"`);
    case 'mspace':
      return node.attributes.width?.startsWith('-') ? '' : '~';
    case 'mfrac':
      return fraction(node, a, b);
    case 'msqrt':
      return `\\sqrt{${row(node)}}`;
    case 'mroot':
      return b ? `\\sqrt[${/^[\w\\]+$/.test(b) ? b : `{${b}}`}]{${a}}` : `\\sqrt{${a}}`;
    case 'msub':
      return scripted(a, b, '');
    case 'msup':
      return scripted(a, '', b);
    case 'msubsup':
      return scripted(a, b, c);
    case 'mover':
      return withOver(markOf(node, 1), a, b);
    case 'munder':
      return withUnder(markOf(node, 1), a, b);
    case 'munderover':
      return withOver(markOf(node, 2), withUnder(markOf(node, 1), a, b), c);
    case 'mmultiscripts':
      return multiscripts(node);
    case 'mfenced':
      return fencedList(node);
    case 'mtable':
      return table(node);
    case 'mphantom':
      return `\\phantom{${row(node)}}`;
    case 'menclose':
      return enclosed(node);
    case 'semantics':
      return semantics(node);
    case 'maction':
      return parts(node)[0] ?? '';
    case 'mprescripts':
    case 'none':
    case 'mglyph':
    case 'malignmark':
    case 'maligngroup':
    case 'annotation':
    case 'annotation-xml':
      return '';
    default:
      return row(node);
  }
}

/** Elements whose children have a meaning by their position. */
const SCHEMATA = new Set([
  'mfrac',
  'mroot',
  'msub',
  'msup',
  'msubsup',
  'mover',
  'munder',
  'munderover',
]);

const inFonts = (fonts: string, tex: string): string =>
  fonts
    .split(' ')
    .filter(Boolean)
    .reduceRight((inner, font) => `\\${font}{${inner}}`, tex);

function identifier(node: MarkupElement): string {
  const text = textContent(node).trim();
  const variant = node.attributes.mathvariant?.toLowerCase();
  const upright = !variant || variant === 'normal';
  if (upright && FUNCTIONS.has(text)) return `\\${text}`;
  if (upright && /^arg\s?(max|min)$/.test(text))
    return `\\operatorname*{${text.replace(/\s/, '')}}`;
  const letters = [...text];
  const tex = joinTex(letters.map(letterTex));
  if (variant && variant in FONTS) {
    const latin = /^[\p{Script=Latin}\p{N}]+$/u.test(text);
    // Upright and calligraphic fonts have Latin letters only.
    if (latin) return inFonts(FONTS[variant] ?? '', tex);
    return variant.includes('bold') ? inFonts('boldsymbol', tex) : tex;
  }
  return letters.length > 1 && /^[\p{Script=Latin}\p{N}]+$/u.test(text) ? `\\mathrm{${tex}}` : tex;
}

function letterTex(char: string): string {
  const styled = alphabetLetter(char);
  return styled ? inFonts(styled[1], styled[0]) : charToTex(char);
}

function operatorTex(text: string, variant = ''): string {
  if (FUNCTIONS.has(text)) return `\\${text}`;
  if (/^arg\s?(max|min)$/.test(text)) return `\\operatorname*{${text.replace(/\s/, '')}}`;
  if (/^\p{Script=Latin}{2,}$/u.test(text)) return `\\operatorname{${text}}`;
  const tex = joinTex([...text].map(letterTex));
  return /^bold/.test(variant) ? `\\boldsymbol{${tex}}` : tex;
}

function fraction(node: MarkupElement, over: string, under: string): string {
  if (node.attributes.bevelled === 'true') return `${grouped(over)}/${grouped(under)}`;
  const line = node.attributes.linethickness;
  return line !== undefined && /^0(?:\D|$)/.test(line)
    ? `\\genfrac{}{}{0pt}{}{${over}}{${under}}`
    : `\\frac{${over}}{${under}}`;
}

function fencedList(node: MarkupElement): string {
  const { open = '(', close = ')', separators = ',' } = node.attributes;
  const marks = [...separators.replace(/\s/g, '')];
  const content = parts(node).flatMap((part, at) =>
    at === 0 ? [part] : [charToTex(marks[Math.min(at, marks.length) - 1] ?? ''), part],
  );
  return fenced(open.trim(), close.trim(), joinTex(content));
}

function enclosed(node: MarkupElement): string {
  const kind = node.attributes.notation ?? 'longdiv';
  const inner = row(node);
  if (kind.includes('radical')) return `\\sqrt{${inner}}`;
  if (/box|circle/.test(kind)) return `\\boxed{${inner}}`;
  if (kind.includes('strike')) return `\\cancel{${inner}}`;
  if (kind.includes('top') || kind.includes('actuarial')) return `\\overline{${inner}}`;
  return kind.includes('bottom') ? `\\underline{${inner}}` : inner;
}

/**
 * Returns the author's own TeX if there is an annotation, else the presentation, which is the first
 * child.
 */
function semantics(node: MarkupElement): string {
  const own = node.children.find(
    (child): child is MarkupElement =>
      typeof child === 'object' &&
      child.name === 'annotation' &&
      /tex/i.test(child.attributes.encoding ?? ''),
  );
  const tex = own && textContent(own).trim();
  return tex || (parts(node)[0] ?? '');
}

/** `{}_{6}^{14}{C}`: scripts before the base come after mprescripts. */
function multiscripts(node: MarkupElement): string {
  const [base, ...scripts] = childrenOf(node);
  const split = scripts.findIndex(
    (each) => typeof each === 'object' && each.name === 'mprescripts',
  );
  const after = (split < 0 ? scripts : scripts.slice(0, split)).map(toTex);
  const before = (split < 0 ? [] : scripts.slice(split + 1)).map(toTex);
  const pairs = (all: string[], onto: string) => {
    let tex = onto;
    for (let at = 0; at < all.length; at += 2) {
      tex = scripted(at === 0 ? tex : `${tex}{}`, all[at] ?? '', all[at + 1] ?? '');
    }
    return tex;
  };
  const main = base === undefined ? '' : toTex(base);
  const prefix = before.some(Boolean) ? pairs(before, '') : '';
  return joinTex([prefix, after.some(Boolean) ? pairs(after, main) : main]);
}

/** Rows of cells. */
function table(node: MarkupElement): string {
  const elements = (of: MarkupElement, names: string[]) =>
    of.children.filter(
      (each): each is MarkupElement => typeof each === 'object' && names.includes(each.name),
    );
  const rows = elements(node, ['mtr', 'mlabeledtr', 'tr']).map((line) => {
    const cells = elements(line, ['mtd', 'td']);
    // The first cell of a labelled row is the label.
    return (line.name === 'mlabeledtr' ? cells.slice(1) : cells).map(row).join(' & ');
  });
  return rows.length > 0
    ? `\\begin{matrix}${rows.join(' \\\\ ')}\\end{matrix}`
    : joinTex(parts(node));
}
