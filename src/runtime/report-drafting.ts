import type { Actor } from '../casework/actor.js'
import { NotFoundProblem, ReportFrozenProblem } from '../casework/problem.js'
import type { Quarter } from '../casework/quarter.js'
import type { SectionKey } from '../casework/report/draft-text.js'
import { settle } from '../casework/report/section-words.js'
import { text } from '../catalogue/index.js'
import type { Instant } from '../clock.js'
import type { StoredReport, StoredUserTask, Unit } from '../store/index.js'
import { command } from './command.js'
import type { Parts } from './parts.js'
import { quarterNow } from './report-figures.js'
import type { Drafted } from './report-sections.js'
import { redrafted, sectionWords } from './report-sections.js'
import { countedCases, keepCount } from './report-snapshot.js'
import { requireRight } from './rights.js'

/** Counts a draft’s figures anew. Nothing that anybody wrote is lost: see `redraft`. @throws as {@link draftOf} */
export function recount(parts: Parts, actor: Actor, quarter: Quarter): Promise<void> {
  return recountWith(parts, actor, quarter, before => before.examples)
}

/** Chooses the cases that are told as typical; none chosen, the machine proposes them again. */
export function chooseExamples(
  parts: Parts,
  actor: Actor,
  quarter: Quarter,
  caseIds: readonly number[],
): Promise<void> {
  return recountWith(parts, actor, quarter, () => (caseIds.length === 0 ? null : caseIds))
}

/** Where figures have changed beneath edited words: takes the new sentences, or keeps the words as they are. */
export function settleSection(
  parts: Parts,
  actor: Actor,
  quarter: Quarter,
  { section, choice }: { section: SectionKey; choice: 'drafted' | 'own' },
): Promise<void> {
  return command(parts, async unit => {
    requireRight(actor, 'report.draft')
    const { report, task } = await draftOf(unit, quarter)
    const words = wordsOf(report, task).map(one =>
      one.key === section ? { ...one, section: settle(one.section, choice) } : one,
    )
    await keepWords(unit, report, task, words)
  })
}

async function recountWith(
  parts: Parts,
  actor: Actor,
  quarter: Quarter,
  examplesOf: (report: StoredReport) => readonly number[] | null,
): Promise<void> {
  requireRight(actor, 'report.draft')
  const known = await parts.store.read.reports.latest(quarter)
  const counted = await quarterNow(parts, quarter, known && examplesOf(known))
  const cases = countedCases(counted)
  await command(parts, async (unit, now: Instant) => {
    const { report, task } = await draftOf(unit, quarter)
    await unit.reports.edit([{ id: report.id, set: { examples: examplesOf(report) } }])
    await keepCount(unit, report.id, cases, { figures: counted.figures, at: now })
    await keepWords(unit, report, task, redrafted(wordsOf(report, task), counted.draft))
  })
}

type Draft = Readonly<{ report: StoredReport; task: StoredUserTask }>

/** The report and its open step 汇总. @throws NotFoundProblem; ReportFrozenProblem once it was handed on */
async function draftOf(unit: Unit, quarter: Quarter): Promise<Draft> {
  const report = await unit.reports.latest(quarter)
  if (report?.instanceId == null) throw new NotFoundProblem(text('runtime.report'))
  const open = await unit.userTasks.openOf(report.instanceId)
  const task = open.find(one => one.candidateGroup === 'officer')
  if (report.frozenAt !== null || !task) throw new ReportFrozenProblem(quarter)
  return { report, task }
}

function wordsOf(report: StoredReport, task: StoredUserTask): ReturnType<typeof sectionWords> {
  return sectionWords(
    (report.text as Readonly<Record<string, unknown>> | null) ?? {},
    task.draft,
    (report.drafted as Drafted | null) ?? {},
  )
}

/** Words go where they are read: into the report, and into what was typed in its form and not handed in yet. */
async function keepWords(
  unit: Unit,
  report: StoredReport,
  task: StoredUserTask,
  sections: ReturnType<typeof sectionWords>,
): Promise<void> {
  const words = Object.fromEntries(sections.map(({ field, section }) => [field, section.words]))
  const drafted: Drafted = Object.fromEntries(
    sections.map(({ field, section: { base, now } }) => [field, { base, now }]),
  )
  const facts = report.text as Readonly<Record<string, unknown>> | null
  await unit.reports.edit([{ id: report.id, set: { text: { ...facts, ...words }, drafted } }])
  if (task.draft !== null)
    await unit.userTasks.saveDraft([{ id: task.id, draft: { ...task.draft, ...words } }])
}
