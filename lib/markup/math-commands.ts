/**
 * Control words of mathematics: KaTeX's and those of our macros, without commands that define,
 * expand, color, link, include, space by a length or read verbatim text. A formula of these alone
 * neither opens a file nor affects the text after it in TeX.
 */
const WORDS = `
above acute alef alefsym aleph allowbreak Alpha alpha amalg angle approx approxcolon
approxcoloncolon approxeq arccos arcsin arctan arctg arg argmax argmin ast asymp atop
backepsilon backprime backsim backsimeq backslash bar barwedge Bbbk bcancel because Beta beta
beth between bf Big big bigcap bigcirc bigcup Bigg bigg Biggl biggl Biggm biggm Biggr biggr Bigl
bigl Bigm bigm bigodot bigoplus bigotimes Bigr bigr bigsqcup bigstar bigtriangledown
bigtriangleup biguplus bigvee bigwedge binom blacklozenge blacksquare blacktriangle
blacktriangledown blacktriangleleft blacktriangleright bm bmod bold boldsymbol bot bowtie Box
boxdot boxed boxminus boxplus boxtimes brace brack breve bull bullet Bumpeq bumpeq cal cancel
Cap cap cdot cdotp cdots centerdot cfrac ch check checkmark Chi chi choose circ circeq
circlearrowleft circlearrowright circledast circledcirc circleddash circledR circledS clap clubs
clubsuit cnums colon Colonapprox colonapprox coloncolon coloncolonapprox coloncolonequals
coloncolonminus coloncolonsim Coloneq coloneq Coloneqq coloneqq colonequals colonminus Colonsim
colonsim complement Complex cong coprod copyright cos cosec cosh cot cotg coth csc ctg cth Cup
cup curlyeqprec curlyeqsucc curlyvee curlywedge curvearrowleft curvearrowright dag Dagger dagger
daleth Darr dArr darr dashleftarrow dashrightarrow dashv dbinom dblcolon ddag ddagger ddddot
dddot ddot ddots deg degree Delta delta det dfrac diagdown diagup Diamond diamond diamonds
diamondsuit digamma dim displaystyle div divideontimes dot Doteq doteq doteqdot dotplus dots
dotsb dotsc dotsi dotsm dotso dotsx doublebarwedge doublecap doublecup Downarrow downarrow
downdownarrows downharpoonleft downharpoonright ell em emph emptyset enskip enspace ensuremath
Epsilon epsilon eqcirc Eqcolon eqcolon Eqqcolon eqqcolon eqsim eqslantgtr eqslantless
equalscolon equalscoloncolon equiv Eta eta eth exist exists exp fallingdotseq fbox Finv flat
footnotesize forall frac frak frown Game Gamma gamma gcd ge genfrac geq geqq geqslant gets gg
ggg gggtr gimel gnapprox gneq gneqq gnsim grave gt gtrapprox gtrdot gtreqless gtreqqless gtrless
gtrsim gvertneqq Harr hArr harr hat hbar hearts heartsuit hline hom hookleftarrow hookrightarrow
hphantom hslash Huge huge i iff iiint iint Im imath impliedby implies in inf infin infty injlim
int intercal intop Iota iota isin it j jmath Join Kappa kappa ker Lambda lambda land lang langle
LARGE Large large Larr lArr larr lBrace lbrace lbrack lceil ldotp ldots le leadsto left
Leftarrow leftarrow leftarrowtail leftharpoondown leftharpoonup leftleftarrows Leftrightarrow
leftrightarrow leftrightarrows leftrightharpoons leftrightsquigarrow leftthreetimes leq leqq
leqslant lessapprox lessdot lesseqgtr lesseqqgtr lessgtr lesssim lfloor lg lgroup lhd lim liminf
limits limsup ll llap llbracket llcorner Lleftarrow lll llless lmoustache ln lnapprox lneq lneqq
lnot lnsim log Longleftarrow longleftarrow Longleftrightarrow longleftrightarrow longmapsto
Longrightarrow longrightarrow looparrowleft looparrowright lor lozenge lparen lq Lrarr lrArr
lrarr lrcorner Lsh lt ltimes lVert lvert lvertneqq maltese mapsfrom mapsto mathbb mathbbm mathbf
mathbin mathcal mathclap mathclose mathds mathellipsis mathfrak mathinner mathit mathllap
mathnormal mathop mathopen mathord mathpunct mathrel mathring mathrlap mathrm mathscr mathsf
mathsfit mathsterling mathstrut mathtt max mbox measuredangle medspace mho mid middle min
minuscolon minuscoloncolon mod models mp Mu mu multimap nabla natnums natural ncong ne nearrow
neg negmedspace negthickspace negthinspace neq nexists ngeq ngeqq ngeqslant ngtr ni nicefrac
nLeftarrow nleftarrow nLeftrightarrow nleftrightarrow nleq nleqq nleqslant nless nmid nobreak
nobreakspace nolimits normalsize not notin notni nparallel nprec npreceq nRightarrow nrightarrow
nshortmid nshortparallel nsim nsubseteq nsubseteqq nsucc nsucceq nsupseteq nsupseteqq
ntriangleleft ntrianglelefteq ntriangleright ntrianglerighteq Nu nu nVDash nVdash nvDash nvdash
nwarrow odot oiiint oiint oint Omega omega Omicron omicron ominus operatorname
operatornamewithlimits oplus oslash otimes over overbrace overbracket overgroup overleftarrow
overleftharpoon overleftrightarrow overline overlinesegment Overrightarrow overrightarrow
overrightharpoon overset owns P parallel partial perp phantom Phi phi Pi pi pitchfork plim
plusmn pm pmb pmod pod pounds Pr prec precapprox preccurlyeq preceq precnapprox precneqq
precnsim precsim prime prod projlim propto Psi psi qquad quad rang rangle Rarr rArr rarr ratio
rBrace rbrace rbrack rceil Re real Reals reals restriction rfloor rgroup rhd Rho rho right
Rightarrow rightarrow rightarrowtail rightharpoondown rightharpoonup rightleftarrows
rightleftharpoons rightrightarrows rightsquigarrow rightthreetimes risingdotseq rlap rm
rmoustache rparen rq rrbracket Rrightarrow Rsh rtimes rVert rvert S scriptscriptstyle scriptsize
scriptstyle sdot searrow sec sect setminus sf sfrac sh sharp shortmid shortparallel Sigma sigma
sim simcolon simcoloncolon simeq sin sinh sl small smallfrown smallint smallsetminus smallsmile
smash smile space spades spadesuit sphericalangle sqcap sqcup sqrt sqsubset sqsubseteq sqsupset
sqsupseteq square stackrel star sub sube Subset subset subseteq subseteqq subsetneq subsetneqq
substack succ succapprox succcurlyeq succeq succnapprox succneqq succnsim succsim sum sup supe
Supset supset supseteq supseteqq supsetneq supsetneqq surd swarrow tan tanh Tau tau tbinom text
textasciicircum textasciitilde textbackslash textbar textbardbl textbf textbraceleft
textbraceright textcircled textcopyright textdagger textdaggerdbl textdegree textdollar
textellipsis textemdash textendash textgreater textit textless textmd textnormal
textquotedblleft textquotedblright textquoteleft textquoteright textregistered textrm textsc
textsf textsl textsterling textstyle texttt textunderscore textup tfrac tg therefore Theta theta
thetasym thickapprox thicksim thickspace thinspace tilde times tiny to top triangle triangledown
triangleleft trianglelefteq triangleq triangleright trianglerighteq tt twoheadleftarrow
twoheadrightarrow Uarr uArr uarr ulcorner underbar underbrace underbracket undergroup
underleftarrow underleftrightarrow underline underlinesegment underrightarrow underset unlhd
unrhd Uparrow uparrow Updownarrow updownarrow upharpoonleft upharpoonright uplus Upsilon upsilon
upuparrows urcorner utilde varcoppa varDelta varepsilon varGamma varinjlim varkappa varLambda
varliminf varlimsup varnothing varOmega varPhi varphi varPi varpi varprojlim varpropto varPsi
varrho varSigma varsigma varsubsetneq varsubsetneqq varsupsetneq varsupsetneqq varTheta vartheta
vartriangle vartriangleleft vartriangleright varUpsilon varvdots varXi vcentcolon Vdash vDash
vdash vdots vec vee veebar Vert vert vphantom Vvdash wedge weierp widecheck widehat widetilde wp
wr xcancel xhookleftarrow xhookrightarrow Xi xi xLeftarrow xleftarrow xleftequilibrium
xleftharpoondown xleftharpoonup xLeftrightarrow xleftrightarrow xleftrightharpoons xlongequal
xmapsto xRightarrow xrightarrow xrightequilibrium xrightharpoondown xrightharpoonup
xrightleftarrows xrightleftharpoons xspace xtofrom xtwoheadleftarrow xtwoheadrightarrow yen Zeta
zeta
`;

const MATH_COMMANDS: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/));

/** Control symbols: spaces, norms, and escaped special characters. */
const SIGNS = new Set([...',;:!> |{}_&%#$/-\\']);

/** Environments in formulas: matrices and aligned lines. */
const ENVIRONMENT =
  /^\\(?:begin|end)\{(?:[pbvBV]?matrix|smallmatrix|cases|array|aligned|alignedat|gathered|split|subarray)\*?\}/;

/**
 * Returns whether a formula is safe for TeX as it is: all control sequences are mathematics, braces
 * match as BibTeX counts them (escaped ones too), and no other character ends the formula, the line
 * or the field.
 */
export function isPureMath(source: string): boolean {
  let open = 0;
  for (let at = 0; at < source.length; at++) {
    const sign = source[at] as string;
    if (sign === '\\') {
      const length = commandLength(source, at);
      if (length === 0) return false;
      at += length - 1;
    } else if (sign === '{') open++;
    else if (sign === '}' && --open < 0) return false;
    else if (sign === '&' && !source.includes('\\begin{')) return false;
    else if (ACTIVE.test(sign) || source.startsWith('^^', at)) return false;
  }
  return open === 0;
}

/** Delimiters, comments, parameters, and control characters, which may be active in TeX. */
const ACTIVE = /[$%#\p{C}]/u;

/** Returns the length of the control sequence at `at`; 0 if it is not mathematics. */
function commandLength(source: string, at: number): number {
  const environment = ENVIRONMENT.exec(source.slice(at, at + 30));
  if (environment) return environment[0].length;
  const word = /^[A-Za-z@]+/.exec(source.slice(at + 1, at + 40))?.[0];
  if (word) return MATH_COMMANDS.has(word) ? 1 + word.length : 0;
  return SIGNS.has(source[at + 1] ?? '') ? 2 : 0;
}
