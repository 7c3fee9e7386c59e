/**
 * Imports point one way: app → components → lib → db. docs/decisions.md says why. The rule
 * no-cycle-between-folders (scope: 'folder') is in .dependency-cruiser.order.cjs: it holds for
 * imports as they are at run time, without the types that db takes from lib.
 */
const only = (name, to, fromAllowed) => ({
  name,
  severity: 'error',
  from: { pathNot: fromAllowed },
  to: { path: to },
});
const never = (name, from, to) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: to },
});

const tests = '\\.test\\.tsx?$';

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
    never('nothing-imports-app', '^(components|lib|db|scripts)/', '^app/'),
    never('lib-below-components', '^(lib|db)/', '^components/'),
    {
      name: 'db-below-lib',
      severity: 'error',
      from: { path: '^db/', pathNot: `${tests}|^db/testing/` },
      to: {
        path: '^lib/',
        pathNot: '^lib/base/[^/]+\\.ts$|^lib/ranking/[^/]+\\.ts$|^lib/[^/]+/types\\.ts$',
      },
    },
    never('components-stay-out-of-data', '^components/', '^db/|^lib/.*/(data|service|verbs)\\.ts$'),
    never('routes-hold-no-sql', '^app/(?!.*\\.test\\.ts$)', '^db/'),
    {
      name: 'next-in-few-files-of-lib',
      severity: 'error',
      from: {
        path: '^(lib|db|scripts|bench)/',
        pathNot: `^lib/(web|sign-in)/|^lib/.*/(data|route|hooks)\\.ts$|^scripts/serve|${tests}`,
      },
      to: { path: 'node_modules/next/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'commands-and-jobs-run-without-next',
      severity: 'error',
      from: { path: '^(scripts|lib/worker|lib/.*/service)', pathNot: '^scripts/serve' },
      to: { path: 'node_modules/next/', reachable: true },
    },
    never(
      'hooks-reach-actions-only',
      '^lib/.*/hooks\\.ts$',
      '^db/|^lib/.*/(data|service|verbs)\\.ts$',
    ),
    // The order of lib: base and web are below every concept, programs and the worker above.
    never('base-is-lowest', '^lib/base/(?!.*\\.test\\.ts$)', '^lib/(?!base/)'),
    never('web-is-below-concepts', '^lib/web/(?!.*\\.test\\.ts$)', '^lib/(?!base/|web/)'),
    never(
      'programs-and-worker-are-on-top',
      '^lib/(?!programs/|worker/|registry/|.*\\.test\\.ts$|.*/testing/)',
      '^lib/(programs|worker|registry)/',
    ),
    only(
      'sql-only-in-db',
      'node_modules/(drizzle-orm|postgres)/',
      '^(db|bench)/|^drizzle\\.config',
    ),
    only('next-auth-only-in-sign-in', 'node_modules/next-auth/', '^lib/sign-in/|^app/api/auth/'),
    only(
      'next-headers-in-few-places',
      'node_modules/next/headers',
      '^lib/(sign-in|web)/|^app/.*layout\\.tsx$',
    ),
    only(
      'next-cache-in-few-places',
      'node_modules/next/cache',
      '^lib/(programs/)?[^/]+/data\\.ts$|^lib/(web|invariants)/|^app/.*route\\.ts$',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
