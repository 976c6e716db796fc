/** Every address of the site. A colon marks a part that changes: `pathTo(paths.task, { id: 7 })`. */
export const paths = {
  report: '/',
  reportFiles: '/report/files',
  reported: '/reported/:number',
  track: '/track',
  trackCase: '/track/:number',
  trackNotes: '/track/:number/notes',
  trackFile: '/track/:number/files/:id',
  trackFileSmall: '/track/:number/files/:id/small',
  trackRating: '/track/:number/rating',
  trackWithdraw: '/track/:number/withdraw',
  trackProof: '/track/:number/deadlines/:id/proof',
  signIn: '/sign-in',
  signOut: '/sign-out',

  tasks: '/tasks',
  task: '/tasks/:id',
  claimTask: '/tasks/:id/claim',
  releaseTask: '/tasks/:id/release',
  transferTask: '/tasks/:id/transfer',
  returnTask: '/tasks/:id/return',
  reuseTask: '/tasks/:id/reuse',
  draftTask: '/tasks/:id/draft',

  notices: '/notices',
  notice: '/notices/:id',
  noticesRead: '/notices/read',

  search: '/search',
  cases: '/cases',
  case: '/cases/:number',
  caseProcess: '/cases/:number/process.json',
  caseContact: '/cases/:number/contact',
  caseSupervision: '/cases/:number/supervision',
  supervision: '/cases/:number/supervisions/:id',
  supervisionReply: '/cases/:number/supervisions/:id/reply',
  caseGuidance: '/cases/:number/guidance',
  caseTogether: '/cases/:number/together',
  caseAssistance: '/cases/:number/assistance',
  assistanceAnswer: '/cases/:number/assistance/:id',
  caseTalks: '/cases/:number/talks',
  caseSubject: '/cases/:number/subject',
  caseReopen: '/cases/:number/reopen',
  caseNotes: '/cases/:number/notes',
  caseFiles: '/cases/:number/files',
  caseFile: '/cases/:number/files/:id',
  caseFileSmall: '/cases/:number/files/:id/small',
  caseFileRemove: '/cases/:number/files/:id/remove',
  casePause: '/cases/:number/pause',
  caseResume: '/cases/:number/resume',
  caseProlong: '/cases/:number/prolong',
  caseInterimReply: '/cases/:number/interim-reply',
  deadlineProof: '/cases/:number/deadlines/:id/proof',
  definitionXml: '/definitions/:id.xml',

  register: '/register',
  registerSimilar: '/register/similar',
  blankForm: '/register/form',
  caseForm: '/cases/:number/form',
  consultations: '/consultations',
  watch: '/watch',
  watchBoard: '/watch/board',
  watchEvents: '/watch/events',
  watchPress: '/watch/press',
  watchHeat: '/watch/heat/:id.json',
  items: '/items',
  itemSearch: '/items/search.json',
  itemImport: '/items/import',
  item: '/items/:id',
  itemMerge: '/items/:id/merge',
  itemRetire: '/items/:id/retire',
  patterns: '/patterns',
  replyTemplates: '/reply-templates',
  officeSettings: '/office-settings',
  reports: '/reports',
  reportOf: '/reports/:quarter',
  reportCases: '/reports/:quarter/cases',
  reportRecount: '/reports/:quarter/recount',
  reportSection: '/reports/:quarter/sections/:section',
  reportExamples: '/reports/:quarter/examples',
  reportChart: '/reports/:quarter/charts/:name.svg',
  reportFile: '/reports/:quarter/files/:kind',

  processes: '/admin/processes',
  processRules: '/admin/processes/rules',
  processImport: '/admin/processes/import',
  processCompare: '/admin/processes/compare',
  process: '/admin/processes/:id',
  processStanding: '/admin/processes/:id/standing.json',
  processCurrent: '/admin/processes/:id/current',
  processAsDraft: '/admin/processes/:id/as-draft',
  processDeploy: '/admin/processes/:key/deploy',
  processDecide: '/admin/processes/:key/decide',
  processHistory: '/admin/processes/:key/history',
  processDiscard: '/admin/processes/:key/discard',
  processRestore: '/admin/processes/:key/restore',
  processDraftXml: '/admin/processes/:key/draft.bpmn',
  revisionXml: '/admin/revisions/:id.bpmn',
  handbook: '/processes/:id/handbook',
  processEdit: '/admin/processes/:key/edit',
  previewForm: '/admin/processes/preview-form',
  processDraft: '/admin/processes/:key/draft',
  trialStart: '/admin/trials/:ref',
  trial: '/admin/trials/:ref/:id',
  trialTask: '/admin/trials/:ref/:id/tasks/:task',
  trialAct: '/admin/trials/:ref/:id/act',
  trialXml: '/admin/trials/:ref/:id/diagram.bpmn',
  trialState: '/admin/trials/:ref/:id/state.json',
  trialProtocol: '/admin/trials/:ref/:id/protocol',
  calendar: '/admin/calendar',
  calendarDays: '/admin/calendar/days',
  calendarDrop: '/admin/calendar/drop',
  calendarImport: '/admin/calendar/import',
  calendarVersions: '/admin/calendar/versions',
  calendarProvisional: '/admin/calendar/provisional',
  calendarChange: '/admin/calendar/changes/:id',
  calendarConfirm: '/admin/calendar/changes/:id/confirm',
  calendarDiscard: '/admin/calendar/changes/:id/discard',
  calendarAgain: '/admin/calendar/changes/:id/again',
  calendarProgress: '/admin/calendar/changes/:id/progress.json',
  people: '/admin/people',
  place: '/admin/places/:id',
  posters: '/places/:id/posters',
  incidents: '/admin/incidents',
  retryIncident: '/admin/incidents/:id/retry',

  typeSize: '/type-size',
  health: '/health',
  assets: '/assets',
} as const

/** The names of an address's changing parts: `/tasks/:id` → `'id'`. */
export type PartNames<Path extends string> = Path extends `${string}:${infer Rest}`
  ? FirstName<Rest> | (Rest extends `${string}/${infer Tail}` ? PartNames<Tail> : never)
  : never

type FirstName<Text extends string> = Text extends `${infer Name}/${string}`
  ? BeforeDot<Name>
  : BeforeDot<Text>
type BeforeDot<Text extends string> = Text extends `${infer Name}.${string}` ? Name : Text

/** The address with its parts filled in. */
export function pathTo<Path extends string>(
  path: Path,
  parts: Readonly<Record<PartNames<Path>, string | number>>,
): string {
  const values: Readonly<Record<string, string | number | undefined>> = parts
  return path.replace(/:(\w+)/g, (_whole, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`${path} wants a value for :${name}`)
    return encodeURIComponent(value)
  })
}
