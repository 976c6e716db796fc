// The walls of docs/architecture: who may import whom. Data flows one way; see the README of src.
const folder = name => ({ path: `^src/${name}/` })
const wall = (from, mayNot, why) => ({
  name: `${from}-wall`,
  comment: why,
  severity: 'error',
  from: folder(from),
  to: { path: mayNot },
})
const inner = '^src/(store|runtime|http|cli)/|^src/(main|config|settings|secrets|log)\\.ts'

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: '\\.d\\.ts$|^web/[^/]+/index\\.ts$' },
      to: {},
    },
    {
      name: 'no-dev-dependency',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    wall(
      'engine',
      `^src/(?!engine/)`,
      'The engine knows BPMN and nothing else; it could be published alone.',
    ),
    {
      name: 'one-door-to-bpmn-engine',
      severity: 'error',
      from: { path: '^(src|web)/', pathNot: '^src/engine/(bpmn|schema/read-xml)\\.ts$' },
      to: { path: 'node_modules/(bpmn-engine|bpmn-elements|moddle-context-serializer|bpmn-moddle)/' },
    },
    {
      name: 'the-engine-has-one-door',
      severity: 'error',
      from: { path: '^src/(?!engine/)' },
      to: { path: '^src/engine/(?!index\\.ts$)' },
    },
    wall('calendar', `^src/(engine|casework)/|${inner}`, 'The calendar is dates in, dates and reasons out.'),
    wall(
      'casework',
      `^src/engine/|${inner}`,
      'The office’s words are values and rules; they know no machinery.',
    ),
    wall('catalogue', `^src/(?!catalogue/)`, 'The catalogue is text.'),
    wall('charts', `^src/(?!charts/|casework/|catalogue/|calendar/)`, 'A chart is drawn from figures alone.'),
    wall(
      'papers',
      `^src/(?!papers/|charts/|casework/|catalogue/|calendar/|clock\\.ts$)`,
      'A document is written from the report’s paper alone.',
    ),
    wall('store', '^src/(files|runtime|http|cli)/', 'The store remembers; it decides nothing.'),
    wall('files', '^src/(engine|calendar|store|runtime|http|cli)/', 'Bytes know nothing of cases.'),
    wall(
      'runtime',
      '^src/(http|cli|play|trial)/|node_modules/(express|knex|handlebars)/',
      'Use cases know no pages and no SQL.',
    ),
    wall('play', '^src/(http|cli|trial)/', 'Who plays a case does what people do, through the use cases.'),
    wall('trial', '^src/(http|cli)/', 'A trial is an office of its own; pages and commands look at it.'),
    wall(
      'http',
      '^src/(engine|cli|files)/|^src/store/(?!(index|views/[^/]+)\\.ts$)|node_modules/knex/',
      'Pages ask the runtime; they see read models only.',
    ),
    wall(
      'cli',
      '^src/http/(?!index\\.ts$)|node_modules/knex/',
      'A command asks the same parts as the pages.',
    ),
    {
      name: 'sql-lives-in-the-store',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/store/' },
      to: { path: 'node_modules/(knex|sqlite3|pg)/' },
    },
    {
      name: 'web-wall',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^src/(?!engine/(schema|lint)/)' },
    },
    {
      name: 'main-is-nobodys',
      severity: 'error',
      from: { pathNot: '^src/cli/' },
      to: { path: '^src/main\\.ts$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
}
