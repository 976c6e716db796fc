import { formatDate, formatInstant } from '../../calendar/index.js'
import { verdictLabel } from '../../casework/verdict.js'
import { text } from '../../catalogue/index.js'
import type { CasePage } from '../../runtime/index.js'
import { paths } from '../paths.js'
import { nextDeadline } from './case-deadlines.js'
import { whoHas } from './case-history.js'
import type { PageHeaderModel } from './parts.js'
import { state, type StateModel } from './state.js'

/** What the case is, what comes next and who has it, by when. */
export function caseHeader(page: CasePage): PageHeaderModel {
  const { detail, openTasks, ending } = page
  const { number, itemName, placeName, verdict, closedAt } = detail
  const place = placeName
  const what =
    verdict === null
      ? text('case.what', { place })
      : text('case.what.verdict', { place, verdict: verdictLabel(verdict) })
  const due = nextDeadline(page)
  return {
    title: `${number} ${itemName}`,
    what: what + text(closedAt === null ? 'case.days' : 'case.days.closed', { days: page.workingDays }),
    next:
      closedAt === null
        ? openTasks.map(task => text('case.next', { task: task.name, who: whoHas(task) })).join('；') ||
          text('case.next.waiting')
        : text('case.next.closed', { ending: ending ?? text('runtime.ended') }),
    by:
      closedAt !== null
        ? text('case.by.closed', { when: formatInstant(closedAt) })
        : due === null
          ? null
          : text(
              due.standing.overdue
                ? 'case.by.passed'
                : due.dueOn > due.promisedOn
                  ? 'case.by.extended'
                  : 'case.by',
              {
                when: formatInstant(due.dueAt),
                limit: due.name,
                promised: formatDate(due.promisedOn),
              },
            ),
    state: stateOf(page),
    crumbs: [{ href: paths.cases, label: text('cases.title') }],
  }
}

/** The worst of what runs; of a closed case how it ended. */
function stateOf({ deadlines, detail, ending }: CasePage): StateModel {
  if (detail.closedAt !== null) return state('met', ending ?? text('runtime.ended'))
  const open = deadlines.filter(one => one.closedAt === null && one.kind !== 'none')
  if (open.some(one => one.card === 'red')) return state('red')
  if (open.some(one => one.card === 'yellow')) return state('yellow')
  return state(open.some(one => one.standing.pause !== null) ? 'paused' : 'ok')
}
