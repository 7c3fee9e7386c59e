/**
 * Rules over folders and chains of imports as they are at run time; .dependency-cruiser.cjs has the
 * rules over single imports. Both have no exceptions for single files.
 */
const { options } = require('./.dependency-cruiser.cjs');

const reachesNoDatabase = (name, path) => ({
  name,
  severity: 'error',
  from: { path },
  to: { path: '^db/client', reachable: true },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycle-between-folders',
      severity: 'error',
      scope: 'folder',
      from: { path: '^lib/' },
      to: { path: '^lib/', circular: true },
    },
    reachesNoDatabase('components-reach-no-database', '^components/'),
    reachesNoDatabase(
      'pure-modules-reach-no-database',
      '^lib/.*/(types|schema|policy|paths|messages|hooks)\\.ts$',
    ),
  ],
  options: {
    ...options,
    tsPreCompilationDeps: false,
    includeOnly: '^(components|lib)/|^db/client',
    // For a component, a server action is a request and not an import.
    exclude: '\\.test\\.tsx?$|/testing/|/actions\\.ts$',
  },
};
