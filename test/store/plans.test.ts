import { expect } from 'chai'
import type { CaseListFilter, Reach, Store } from '../../src/store/index.js'
import { onSqliteFile, type TestStore } from '../helpers/database.js'
import { furnish, now, type Office } from './office.js'

/** Tables that grow with the years, and what the queries call them: none is read from end to end to show a page. */
const wholeTable =
  /SCAN (process_instance|user_task|t|deadline|l|grievance_case|c|case_department|history_entry|h|job|incident|n|notice|notice_reading|disclosure|call_record|assistance|supervision_reply|access_entry|case_link|g|card|session|rectification|consultation|supervision|deadline_entry|attachment|privacy_request|q)$/m

/** A page of a list is taken from an index in its order; only the few rows of the page are sorted, once they are joined. */
const sortedPick = /CO-ROUTINE picked\n(SEARCH|SCAN) [^\n]*\nUSE TEMP B-TREE FOR ORDER BY/

interface Question {
  readonly what: string
  readonly ask: (store: Store, office: Office) => Promise<unknown>
  readonly index: string | readonly string[]
}

const reader = { accountId: 1, reaches: [{ accountId: 1 }, { role: 'liaison', departmentId: 1 }] }

const questions: readonly Question[] = [
  { what: 'my tasks', ask: tasks({}, 'mine'), index: 'user_task_assignee' },
  { what: 'the tasks of my group', ask: tasks({}), index: ['user_task_group', 'user_task_assignee'] },
  { what: 'the tasks of my place', ask: tasks({ placeId: 1 }), index: 'user_task_place' },
  { what: 'the tasks of my department', ask: tasks({ departmentId: 1 }), index: 'user_task_department' },
  { what: 'all tasks', ask: tasks({ all: true }), index: 'user_task_open' },
  { what: 'the next page of tasks', ask: tasks({}, 'all', 7), index: 'user_task_group' },
  { what: 'the ledger', ask: cases({}), index: 'case_registered' },
  {
    what: 'the next page of the ledger',
    ask: cases({ after: { registeredAt: now, id: 7 } }),
    index: 'case_registered',
  },
  { what: 'a place’s cases', ask: cases({ placeId: 1 }), index: 'case_of_place' },
  {
    what: 'a department’s cases',
    ask: cases({ departmentId: 1 }),
    index: ['case_of_department', 'case_department_department'],
  },
  {
    what: 'a search for words',
    ask: cases({ search: { terms: ['声明'], people: true } }),
    index: ['g VIRTUAL TABLE', 't USING INTEGER PRIMARY KEY', 'c USING INTEGER PRIMARY KEY'],
  },
  {
    what: 'an item of the register, by its key and by any of its names',
    ask: async s => [await s.read.items.byKey('a'), await s.read.items.byName('a')],
    index: ['sqlite_autoindex_item_1', 'sqlite_autoindex_item_name_1'],
  },
  {
    what: 'the cases of an item',
    ask: s => s.views.itemList({ standing: 'listed', scope: {}, limit: 9 }),
    index: ['item_listed', 'case_of_item', 'case_recurred', 'rectification_item'],
  },
  {
    what: 'what has been kept long enough',
    ask: async s => [
      await s.read.retention.dueCases(now, 20),
      await s.read.retention.pileIds('accesses', now, 200),
      await s.read.retention.pileIds('looks', now, 200),
      await s.read.retention.pileIds('consultations', now, 200),
      await s.read.retention.pileIds('sessions', now, 200),
      await s.read.retention.pileIds('exports', now, 200),
      await s.read.retention.pileIds('notices', now, 200),
      await s.read.retention.pileIds('uploads', now, 200),
    ],
    index: [
      ...['case_to_erase', 'access_telling', 'disclosure_telling', 'consultation_telling'],
      ...['session_expiry', 'ledger_export_written', 'notice_age', 'attachment_case'],
    ],
  },
  {
    what: 'what one case says of people, to be cleared, and old notices with who has read them',
    ask: s =>
      s.transaction(async unit => {
        await unit.retention.keptBecause(1)
        await unit.retention.blankWords(1, now)
        await unit.deadlines.ledgerOfCase(1)
        await unit.disclosures.ofCase(1)
        await unit.notices.ofCase(1)
        await unit.erasures.ofRow('history_entry', '1')
        await unit.retention.removeNotices([7, 8])
      }),
    index: ['notice_reading_notice', 'retention_hold_case', 'privacy_request_case', 'erasure_of'],
  },
  { what: 'open cases', ask: cases({ status: 'open' }), index: 'case_open' },
  { what: 'cases of a cause', ask: cases({ cause: 'B2' }), index: 'case_of_cause' },
  { what: 'cases of a verdict', ask: cases({ verdict: 'citizen' }), index: 'case_of_verdict' },
  { what: 'a window’s cases', ask: cases({ windowId: 1 }), index: 'case_of_window' },
  { what: 'cases that came by telephone', ask: cases({ channel: 'phone' }), index: 'case_of_channel' },
  { what: 'cases not solved', ask: cases({ outcome: 'notDone' }), index: 'case_of_outcome' },
  { what: 'cases of the dissatisfied', ask: cases({ satisfaction: 1 }), index: 'case_of_satisfaction' },
  { what: 'cases that came back', ask: cases({ recurrence: 'confirmed' }), index: 'case_of_recurrence' },
  { what: 'hidden barriers', ask: cases({ hiddenBarrier: true }), index: 'case_of_barrier' },
  {
    what: 'cases by the day that was promised',
    ask: cases({ promisedFrom: '2026-04-01', promisedTo: '2026-04-30' }),
    index: 'deadline_promise (promise=? AND promised_on>? AND promised_on<?)',
  },
  {
    what: 'cases answered late, the newest first',
    ask: cases({ kept: { standing: 'late', asOf: '2026-04-20' } }),
    index: ['case_registered', 'deadline_case (case_id=?'],
  },
  {
    what: 'cases that a node was done for',
    ask: cases({ flow: { kind: 'done', activityId: 'Task_A', from: now, until: now } }),
    index: 'user_task_completed',
  },
  {
    what: 'cases by each way back',
    ask: async s => {
      for (const kind of ['rectificationReturned', 'disputed', 'givenBack', 'reassigned'] as const)
        await cases({ flow: { kind, activityId: null, from: now, until: now } })(s)
    },
    index: ['rectification_returned', 'case_department_said', 'history_given_back', 'history_reassigned'],
  },
  {
    what: 'the flow of a period, count by count',
    ask: async s => {
      const period = { from: now, until: now }
      await s.views.flowCounts([
        { kind: 'done', activityId: 'Task_A', ...period },
        { kind: 'waiting', activityId: 'Task_A', ...period },
        { kind: 'notOurs', activityId: null, ...period },
      ])
      await s.views.flowWaiting(['Task_A'], { until: now, limit: 9 })
    },
    index: ['user_task_completed', 'user_task_of_activity', 'case_department_said'],
  },
  {
    what: 'a case by its number',
    ask: s => s.views.caseDetail({ number: '2026-1' }),
    index: 'sqlite_autoindex_grievance_case_1',
  },
  { what: 'cases with a red card', ask: cases({ due: { card: 'red', now } }), index: 'deadline_due' },
  { what: 'cases with a yellow card', ask: cases({ due: { card: 'yellow', now } }), index: 'deadline_warn' },
  {
    what: 'cases due on a day',
    ask: cases({ due: { on: { from: now, until: now } } }),
    index: 'deadline_due',
  },
  {
    what: 'whether anything has happened',
    ask: s => s.read.history.revision(),
    index: 'INTEGER PRIMARY KEY (rowid>?)',
  },
  { what: 'a case’s history', ask: s => s.views.timeline(1), index: 'history_case' },
  { what: 'a case’s deadlines', ask: s => s.views.caseDeadlines(1), index: 'deadline_case' },
  {
    what: 'the ledgers of a case’s deadlines',
    ask: s => s.read.deadlines.ledger([7, 8]),
    index: 'deadline_entry_deadline',
  },
  { what: 'a case’s attachments', ask: s => s.read.attachments.ofCase(1), index: 'attachment_case' },
  {
    what: 'the attachments of a report not sent yet',
    ask: s => s.read.attachments.waiting('a'),
    index: 'attachment_waiting',
  },
  {
    what: 'which files an attachment names',
    ask: s => s.read.attachments.named(['a']),
    index: ['attachment_content', 'attachment_thumbnail'],
  },
  {
    what: 'files to be checked for malware',
    ask: s => s.read.attachments.unscanned(9),
    index: 'attachment_unscanned',
  },
  {
    what: 'the cases behind a figure',
    ask: s => s.views.figureCases({ reportId: 1, figure: 'received', limit: 9 }),
    index: 'sqlite_autoindex_report_evidence_1',
  },
  {
    what: 'a report’s ledger',
    ask: s => s.views.reportLedger({ reportId: 1, after: 0, limit: 9 }),
    index: 'report_case_position',
  },
  { what: 'open incidents', ask: s => s.views.incidentList({ open: true, limit: 9 }), index: [] },
  { what: 'the next due deadline', ask: s => s.read.deadlines.nextDueAt(), index: 'deadline_due' },
  { what: 'pending deadlines', ask: s => s.read.deadlines.pending(7, 9), index: 'deadline_pending' },
  {
    what: 'provisional deadlines',
    ask: s => s.read.deadlines.countProvisional(),
    index: 'deadline_provisional',
  },
  { what: 'an instance’s open tasks', ask: s => s.read.userTasks.openOf(1), index: 'user_task_instance' },
  { what: 'an instance’s open deadlines', ask: s => s.read.deadlines.openOf(1), index: 'deadline_instance' },
  {
    what: 'which rows a turn changes',
    ask: s =>
      s.transaction(async unit => {
        await unit.instances.advance([{ id: 7, expectedRevision: 1, stateId: 1 }])
        await unit.userTasks.keep([{ id: 7, slot: 'a' }])
        await unit.deadlines.close([7], now)
      }),
    index: ['user_task_instance', 'deadline_instance'],
  },
  { what: 'due jobs', ask: s => s.transaction(u => u.jobs.takeDue(now, 9, now)), index: 'job_due' },
  { what: 'a session', ask: s => s.read.sessions.byTokenHash('a'), index: 'sqlite_autoindex_session_1' },
  { what: 'a person’s cases', ask: s => s.read.cases.ofContact('1', 9), index: 'case_of_contact' },
  {
    what: 'an item’s cases',
    ask: s => s.read.cases.ofItem('a', { since: now, limit: 9 }),
    index: 'case_of_item',
  },
  {
    what: 'a person’s notices',
    ask: s => s.views.noticeList({ reader, after: { id: 7 }, limit: 9 }),
    index: ['notice_reach (reach=? AND id<?)', 'sqlite_autoindex_notice_reading_1'],
  },
  {
    what: 'how many of them wait to be read',
    ask: s => s.views.unreadNotices(reader),
    index: ['notice_reach (reach=? AND id>?)', 'sqlite_autoindex_notice_reading_1'],
  },
  {
    what: 'how often cases were reassigned',
    ask: s => s.read.history.reassignments([1, 2]),
    index: 'history_case',
  },
  {
    what: 'what is open in many instances',
    ask: s => s.read.userTasks.openOfAll([1, 2]),
    index: 'user_task_instance',
  },
  {
    what: 'requests about personal data that wait, and how many',
    ask: async s => {
      const scope = { placeId: null, accountId: 1 }
      await s.views.openPrivacyRequests(scope, { after: { dueOn: '2026-05-11', id: 7 }, limit: 9 })
      await s.views.waitingPrivacyRequests(scope)
    },
    index: 'privacy_request_due',
  },
  {
    what: 'requests about personal data that were answered',
    ask: s => s.views.decidedPrivacyRequests({ placeId: 1, accountId: 1 }, { after: 7, limit: 9 }),
    index: ['privacy_request_decided', 'c USING INTEGER PRIMARY KEY'],
  },
  {
    what: 'what was asked about the data of a case',
    ask: s => s.read.privacyRequests.ofCase(1),
    index: 'privacy_request_case',
  },
  {
    what: 'an item’s rectifications',
    ask: s => s.read.rectifications.acceptedOf('a', now),
    index: 'rectification_item',
  },
]

onSqliteFile('An index answers', fresh => {
  for (const { what, ask, index } of questions) {
    it(what, async () => {
      const { plan } = await planOf(await fresh(), ask)
      expect(plan).to.not.match(wholeTable, 'reads a whole table')
      for (const name of [index].flat()) expect(plan).to.include(` ${name}`)
      expect(plan).to.not.match(sortedPick, 'sorts what could be read in order')
    })
  }

  it('what time brings next, from the heads of two indexes and no further', async () => {
    const { plan } = await planOf(await fresh(), store => store.read.moments.first(9))
    expect(plan).to.include(' deadline_unwarned').and.include(' deadline_due')
    expect(plan).to.include(' incident_instance (instance_id=?)')
    // each half is read in order and ends where it may: only those few rows are put into one order
    expect(plan).to.match(
      / deadline_unwarned [^\n]*\n[^\n]*\nSEARCH incident [^\n]*\nSCAN w\nUSE TEMP B-TREE/,
    )
    expect(plan).to.match(/ deadline_due\n[^\n]*\nSEARCH incident [^\n]*\nSCAN d\nUSE TEMP B-TREE/)
    expect(plan).to.not.match(/SCAN deadline$/m)
  })

  it('each list of the board', async () => {
    const { plan } = await planOf(await fresh(), store =>
      store.views.watchBoard({
        now,
        tomorrow: now,
        days: [{ from: now, until: now }],
        limit: 9,
        dayLimit: 9,
      }),
    )
    expect(plan).to.include(' deadline_fired (due_at<?)').and.include(' deadline_due (due_at<?)')
    expect(plan).to.include(' deadline_due (due_at>? AND due_at<?)').and.include(' case_still')
    expect(plan).to.include(' deadline_open').and.include(' deadline_warn (warn_at>? AND warn_at<?)')
    expect(plan).to.include(' user_task_assignee (assignee_id=?)')
    expect(plan).to.not.match(wholeTable)
  })

  it('what is open at each node of the diagrams, and what each of them took', async () => {
    const { plan } = await planOf(await fresh(), async store => {
      await store.views.heat(now)
      await store.views.completions({
        definitionKey: 'a',
        activityIds: ['Task_A', 'Task_B'],
        since: now,
        limit: 9,
      })
    })
    expect(plan).to.not.match(wholeTable)
    expect(plan).to.include(' user_task_completed (activity_id=? AND closed_at>?)')
    expect(plan, 'read in order').to.not.include('TEMP B-TREE FOR ORDER BY')
  })

  it('every part of what a quarter’s figures are computed from', async () => {
    const { plan } = await planOf(await fresh(), store =>
      store.views.reportInput({ from: now, to: now, fromAt: now, untilAt: now, rectifiedSince: now }),
    )
    expect(plan).to.not.match(wholeTable)
    expect(plan).to.include(' case_registered_on').and.include(' case_open').and.include(' case_closed')
    expect(plan).to.include(' deadline_promise').and.include(' rectification_accepted')
  })
})

function tasks(reach: Partial<Reach>, whose: 'mine' | 'all' = 'all', after = 0): Question['ask'] {
  const who = { groups: ['officer'], placeId: null, departmentId: null, accountId: 1, all: false, ...reach }
  return store =>
    store.views.taskList({ reach: who, whose, limit: 9, after: after ? { dueAt: now, id: after } : null })
}

function cases(filter: Omit<CaseListFilter, 'limit'>): (store: Store) => Promise<unknown> {
  return store => store.views.caseList({ ...filter, limit: 9 })
}

interface Heard {
  readonly sql: string
  readonly bindings: readonly (string | number)[]
}

/** Asks, listens to the SQL that goes over the wire, and lets SQLite say how it goes about it. */
async function planOf({ store, database }: TestStore, ask: Question['ask']): Promise<{ plan: string }> {
  const office = await furnish(store)
  const heard: Heard[] = []
  for (const knex of [database.reader, database.writer]) knex.on('query', (query: Heard) => heard.push(query))
  await ask(store, office)
  for (const knex of [database.reader, database.writer]) knex.removeAllListeners('query')
  const plans: string[] = []
  for (const { sql, bindings } of heard.filter(one => /^(select|with|update|delete)/.test(one.sql))) {
    const rows = await database.reader.raw<{ detail: string }[]>(`explain query plan ${sql}`, bindings)
    plans.push(...rows.map(({ detail }) => detail))
  }
  return { plan: plans.join('\n') }
}
