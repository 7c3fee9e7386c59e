/** Imports point one way: app → components → lib → db. docs/decisions.md says why. */
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

const tests = '\\.test\\.tsx?$|^tests/';

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
      from: { path: '^db/', pathNot: tests },
      to: {
        path: '^lib/',
        pathNot: '^lib/base/[^/]+\\.ts$|^lib/ranking/[^/]+\\.ts$|^lib/[^/]+/types\\.ts$',
      },
    },
    never('components-stay-out-of-data', '^components/', '^db/|^lib/[^/]+/(data|service)\\.ts$'),
    // A form takes its address by name (lib/registry/form-path): the verb itself brings the service.
    never('components-take-forms-by-name', '^components/', '^lib/[^/]+/verbs\\.ts$'),
    never('routes-hold-no-sql', '^app/(?!.*\\.test\\.ts$)', '^db/'),
    never(
      'services-know-no-next',
      '^lib/[^/]+/(service|policy|schema|types)\\.ts$',
      'node_modules/next(-auth)?/',
    ),
    {
      name: 'commands-and-jobs-run-without-next',
      severity: 'error',
      from: { path: '^(scripts|lib/worker|lib/[^/]+/service)', pathNot: '^scripts/serve\\.ts$' },
      to: { path: 'node_modules/next/', reachable: true },
    },
    never(
      'client-hooks-reach-actions-only',
      '^lib/[^/]+/hooks\\.ts$',
      '^db/|^lib/[^/]+/(data|service)\\.ts$',
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
      '^lib/(programs/)?[^/]+/data\\.ts$|^lib/web/|^app/.*route\\.ts$',
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
