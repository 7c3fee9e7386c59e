/** Reserved handles: names of pages and roles, and names that could imitate the site. */
export const RESERVED: ReadonlySet<string> = new Set(
  `
  about abuse access account accounts admin administrator ads anonymous anyone api app arxiv assets
  atom auth author authors billing blog bot callback cards categories category claim claims cli
  collection collections comment comments contact contributors cookies copyright correct daily data datasets
  date day deleted demo dev developer developers digest digests discussion discussions do docs download
  dump dumps edit editor email emails embed error everyone explore export exports face faces favicon favorites for-you
  feed feedback feeds followers following forgot forum group groups guest guide guidelines handle
  health help home host hostmaster huggingface icon image images import inbox index info invite jobs
  join json legal licence license links list lists livez localhost login logo logout mail mailbox
  mailer-daemon manifest me media member members message messages metrics mod models moderate
  moderation moderator moderators month monthly my new news newsletter next no-reply nobody none
  noreply notification notifications null oauth official offline operations ops orcid organisation organisations
  org organization organizations orgs owner page pages paper papers papertide password people picture pictures
  ping policy popular post postmaster posts preprint preprints press pricing privacy private profile
  profiles public ranking readyz register report reports research reset robots root rss rules search
  security self sessions setting settings setup sign-in sign-out sign-up signin signout signup site
  sitemap sitemaps source spaces staff start static stats status submission submissions submit
  subscribe subscription subscriptions support syndication sysadmin system tag tags team teams terms
  test today token tokens tools topic topics trending trust unapi undefined unknown unsubscribe update
  updates upload upvote upvotes user username users verify version views vote votes watch web webhook
  webhooks webmaster week weekly welcome wiki www year yesterday you
`
    .trim()
    .split(/\s+/),
);
