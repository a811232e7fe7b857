/** Who may import whom (docs/architecture.md). `npm run check` runs it; a broken rule names the two files. */

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** Outside its one place, nobody imports the module that the place owns. */
const onlyIn = (place, name, comment, modules) => rule(name, comment, { path: '^(domain|tiles|server|client)/', pathNot: place }, { path: modules, dependencyTypesNot: ['type-only'] });

module.exports = {
  forbidden: [
    rule('no-circular', 'Modules that need each other are one module, or miss a third.', {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
    // geojson and mdast are packages of types alone.
    rule('not-to-unresolvable', 'Every import leads somewhere.', {}, { couldNotResolve: true, pathNot: '^(geojson|mdast)$' }),
    rule('domain-is-pure', 'domain imports zod and itself: no DOM, no Node, no SQL.', { path: '^domain/' }, { pathNot: '^(domain/|node_modules/zod/)' }),
    rule('tiles-know-no-server', 'tiles: how a tile is made, without Express and without the server.', { path: '^tiles/' }, { path: '^(server|client|data-samples|tests)/|^node_modules/express/' }),
    rule('client-knows-domain-only', 'The client shares the domain with the server and nothing else.', { path: '^client/' }, { path: '^(server|tiles|data-samples|tests)/', dependencyTypesNot: ['npm'] }),
    rule('client-has-no-node', 'The client runs in a browser.', { path: '^client/' }, { dependencyTypes: ['core'] }),
    rule('server-knows-no-client', 'The server serves the built client as files.', { path: '^server/' }, { path: '^client/' }),
    rule('samples-know-domain-only', 'The demonstration is made from the domain alone.', { path: '^data-samples/' }, { path: '^(server|tiles|client|tests)/' }),
    rule('nobody-imports-tests', 'Code that runs for people does not lean on tests.', { pathNot: '^tests/' }, { path: '^tests/' }),
    rule('rooms-are-strangers', 'A room never imports a sibling; app.ts and the commands compose them.', { path: '^server/rooms/([^/]+)/' }, { path: '^server/rooms/', pathNot: '^server/rooms/$1/' }),
    rule('rooms-do-not-know-the-house', 'A room knows neither the assembly nor the commands.', { path: '^server/(rooms|http|db)/' }, { path: '^server/(app|main)\\.ts$|^server/cli/' }),
    rule('no-dev-dependency', 'What ships needs only what npm ci --omit=dev installs.', { path: '^(domain|tiles|server|client)/' }, { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] }),
    onlyIn('^client/map/', 'map-in-client-map', 'One place owns the GL map.', '^node_modules/(maplibre-gl|@vis\\.gl/react-maplibre)/'),
    onlyIn('^server/db/', 'connecting-in-server-db', 'One place knows how to connect.', '^node_modules/(pg|pg-promise|postgrator|@electric-sql)/'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css'] },
  },
};
