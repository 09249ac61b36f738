/** Who may import whom (see docs/decisions/0001-the-house.md). A forbidden import fails the build. */
module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment: 'The rules run on both sides: no I/O, no framework, nothing of the other parts.',
      severity: 'error',
      from: { path: '^domain/' },
      to: { pathNot: '^(domain/|node_modules/(@casl/|@ucast/|zod/|ml-pca/|ml-kmeans/|votes/))' },
    },
    {
      name: 'domain-wire-stays-out-of-the-phone',
      comment: 'zod schemas cost 87 KB in the mini-program: pages take only their types.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(domain/contract/(?!paths\\.ts)|node_modules/zod/)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'linear-algebra-stays-off-the-phone',
      comment: 'The opinion map and polls are computed on the server; pages take only their types.',
      severity: 'error',
      from: { path: '^(src|console)/' },
      to: {
        path: '^domain/deliberate/(opinion/|polls/(count|ranking|pairwise))',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'phone-never-imports-server-or-desk',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(server|console)/' },
    },
    {
      name: 'desk-never-imports-server-or-phone',
      severity: 'error',
      from: { path: '^console/' },
      to: { path: '^(server|src)/' },
    },
    {
      name: 'server-never-imports-screens',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(src|console)/' },
    },
    {
      name: 'rooms-meet-through-the-domain',
      comment: "A room never reaches into another room's store: platform and domain only.",
      severity: 'error',
      from: { path: '^server/(speak|sort|deliberate|owners|act|rate|publish|record|people)/' },
      to: {
        path: '^server/(speak|sort|deliberate|owners|act|rate|publish|record|people|demo)/',
        pathNot: '^server/$1/',
      },
    },
    {
      name: 'platform-knows-no-room',
      severity: 'error',
      from: { path: '^server/platform/' },
      to: { path: '^server/(speak|sort|deliberate|owners|act|rate|publish|record|people|demo)/' },
    },
    {
      name: 'pages-draw-only-from-ui',
      comment: 'Pages use the design system; raw Taro components live in src/ui.',
      severity: 'error',
      from: { path: '^src/(?!ui/)' },
      to: { path: '^node_modules/@tarojs/components/' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.scss$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
}
