// biome-ignore-all format: a table
/**
 * Commands of LaTeX, AMS and MathJax that KaTeX lacks, as macros. Copy it for every formula: KaTeX
 * stores definitions of a formula in this object.
 */
export const MATH_MACROS: Readonly<Record<string, string>> = {
  '\\mbox': '\\text{#1}', '\\textsc': '\\text{#1}', '\\textsl': '\\textit{#1}', '\\emph': '\\textit{#1}',
  '\\textmd': '\\text{#1}', '\\textsubscript': '_{\\text{#1}}', '\\textsuperscript': '^{\\text{#1}}',
  '\\ensuremath': '{#1}', '\\protect': '', '\\xspace': '', '\\leavevmode': '', '\\boldmath': '', '\\unboldmath': '',
  '\\mathds': '\\mathbb{#1}', '\\mathbbm': '\\mathbb{#1}', '\\mathbbmss': '\\mathbb{#1}', '\\mathbbold': '\\mathbb{#1}',
  '\\bbm': '\\mathbb', '\\mit': '\\mathit', '\\sl': '\\it', '\\em': '\\it', '\\mathbi': '\\boldsymbol{#1}',
  '\\mathbfit': '\\boldsymbol{#1}', '\\symbf': '\\mathbf{#1}', '\\mathsc': '\\mathrm{#1}', '\\mathup': '\\mathrm{#1}',
  '\\nicefrac': '{#1}/{#2}', '\\sfrac': '{#1}/{#2}', '\\flatfrac': '{#1}/{#2}', '\\slashed': '\\not{#1}',
  '\\label': '\\@secondoftwo{#1}{}', '\\ref': '\\text{#1}', '\\eqref': '(\\text{#1})', '\\cite': '[\\text{#1}]',
  '\\hdots': '\\ldots', '\\iddots': '⋰', '\\eqdef': '\\overset{\\mathrm{def}}{=}', '\\defeq': '\\coloneqq', '\\qed': '\\square',
  '\\upmu': '\\mu', '\\upalpha': '\\alpha', '\\upbeta': '\\beta', '\\upgamma': '\\gamma', '\\uppi': '\\pi', '\\textmu': '\\mu',
  '\\micro': '\\mu', '\\celsius': '\\text{°C}', '\\ohm': '\\Omega', '\\AA': '\\text{Å}', '\\angstrom': '\\text{Å}',
  '\\SI': '#1\\,\\mathrm{#2}', '\\qty': '#1\\,\\mathrm{#2}', '\\si': '\\mathrm{#1}', '\\unit': '\\mathrm{#1}', '\\num': '#1', '\\ang': '#1^\\circ',
  '\\lefteqn': '#1', '\\shoveleft': '#1', '\\shoveright': '#1', '\\hfill': '\\quad', '\\hfil': '\\quad', '\\displaylimits': '',
  '\\cases': '\\begin{cases}#1\\end{cases}', '\\matrix': '\\begin{matrix}#1\\end{matrix}',
  '\\pmatrix': '\\begin{pmatrix}#1\\end{pmatrix}', '\\eqalign': '\\begin{aligned}#1\\end{aligned}',
  '\\uline': '\\underline{#1}', '\\/': '', '\\-': '', '\\@': '',
  '\\dddot': '\\overset{...}{#1}', '\\bigtimes': '\\mathop{×}', '\\upvarphi': '\\varphi', '\\mathlarger': '#1',
  '\\noindent': '', '\\nobreakdash': '', '\\smallskip': '', '\\medskip': '', '\\bigskip': '', '\\vspace': '\\@secondoftwo{#1}{}', '\\par': '', '\\ddag': '‡', '\\dag': '†',
  '\\textdegree': '°', '\\textbullet': '•', '\\textquotesingle': "'", '\\guillemotleft': '«', '\\guillemotright': '»',
};

/**
 * Escapes the percent signs of a formula. In TeX they start a comment, but nobody writes comments
 * in an abstract, and the rest of the formula would be lost.
 */
export const withPercentSigns = (source: string): string =>
  source.replace(/\\[\s\S]|%/g, (sign) => (sign === '%' ? '\\%' : sign));
