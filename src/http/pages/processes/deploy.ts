import { formatInstant } from '../../../calendar/index.js'
import type { Actor } from '../../../casework/actor.js'
import { text } from '../../../catalogue/index.js'
import type { DeploymentPage } from '../../../runtime/index.js'
import { paths, pathTo } from '../../paths.js'
import { errorList, type FieldModel } from '../field.js'
import type { LedgerModel } from '../ledger.js'
import type { EmptyStateModel, LinkModel, PageHeaderModel } from '../parts.js'
import { changesModel, type ChangesModel } from './changes.js'
import { compareHref } from './list.js'
import { reasonField, standingTable } from './version.js'

/** The model of `admin/deploy`: all that should be known before a draft goes into force. */
export interface DeployModel {
  readonly header: PageHeaderModel
  /** nothing to deploy */
  readonly empty: EmptyStateModel | null
  readonly notices: readonly string[]
  readonly changes: ChangesModel | null
  readonly isNew: boolean
  readonly compare: LinkModel | null
  readonly problems: ProblemsModel
  readonly standing: LedgerModel | null
  readonly after: readonly string[]
  readonly edit: string
  readonly errors: ReturnType<typeof errorList>
  readonly form: DeployForm | null
  readonly decision: DecisionForm | null
}

interface ProblemsModel {
  readonly errors: { readonly title: string; readonly messages: readonly string[] } | null
  readonly warnings: { readonly title: string; readonly messages: readonly string[] } | null
}

interface DeployForm {
  readonly action: string
  readonly revision: number
  readonly reason: FieldModel
  /** there are warnings, to be ticked as read */
  readonly read: { readonly checked: boolean; readonly error: string | null } | null
  readonly submit: string
}

interface DecisionForm {
  readonly action: string
  readonly title: string
  readonly reason: string
  readonly own: boolean
  readonly words: FieldModel
  readonly approve: string
}

/** What was typed and is wrong, when the page is shown again. */
export interface Retyped {
  readonly reason: string
  readonly warningsRead: boolean
  readonly errors: Readonly<Record<string, string>>
  /** what happened meanwhile */
  readonly notice?: string
}

const nothing: Retyped = { reason: '', warningsRead: false, errors: {} }

export function deployModel(page: DeploymentPage, actor: Actor, retyped: Retyped = nothing): DeployModel {
  const { draft, comparison, problems, standing, fourEyes } = page
  const { key, name, open, waiting, inForce, base, revision } = draft
  const version = (inForce?.version ?? 0) + 1
  const hasErrors = problems.some(({ severity }) => severity === 'error')
  const isSame = comparison !== null && draft.xml === inForce?.xml
  const reason = reasonField('deploy.reason', retyped.reason, retyped.errors, text('deploy.reason.help'))
  const warnings = problems.filter(({ severity }) => severity === 'warning')
  const form: DeployForm | null =
    !open || waiting || hasErrors || isSame
      ? null
      : {
          action: pathTo(paths.processDeploy, { key }),
          revision,
          reason,
          read:
            warnings.length === 0
              ? null
              : { checked: retyped.warningsRead, error: retyped.errors.warningsRead ?? null },
          submit: fourEyes ? text('deploy.propose') : text('deploy.submit', { version }),
        }
  const decision = open && waiting ? decisionForm(waiting, key, version, actor, retyped) : null
  return {
    header: {
      title: text('deploy.title', { name }),
      what: text('deploy.what', { version }),
      next: nextOf(page, { hasErrors, isSame, own: decision?.own ?? false }),
      by: null,
      crumbs: [{ href: paths.processes, label: text('admin.processes.title') }],
    },
    empty: open
      ? null
      : {
          title: text('deploy.none'),
          why: text('deploy.none.why'),
          action: { href: pathTo(paths.processEdit, { key }), label: text('processes.edit') },
        },
    notices: [
      ...(retyped.notice === undefined ? [] : [retyped.notice]),
      ...(open && base && inForce && base.id !== inForce.id
        ? [text('deploy.behind', { base: base.version, now: inForce.version })]
        : []),
    ],
    changes: comparison && changesModel(comparison),
    isNew: inForce === null,
    compare:
      comparison && inForce
        ? { href: compareHref(inForce.id, `draft-${key}`), label: text('deploy.compare') }
        : null,
    problems: {
      errors: listOf(
        'errors',
        problems.filter(({ severity }) => severity === 'error'),
      ),
      warnings: listOf('warnings', warnings),
    },
    standing: standingTable(standing, true),
    after: [text('deploy.after.next', { version }), text('deploy.after.undo')],
    edit: pathTo(paths.processEdit, { key }),
    errors: [
      ...errorList(decision ? [decision.words] : [reason]),
      ...(form?.read?.error ? [{ field: 'warningsRead', message: form.read.error }] : []),
    ],
    form,
    decision,
  }
}

function decisionForm(
  waiting: NonNullable<DeploymentPage['draft']['waiting']>,
  key: string,
  version: number,
  actor: Actor,
  retyped: Retyped,
): DecisionForm {
  return {
    action: pathTo(paths.processDecide, { key }),
    title: text('deploy.proposal', {
      by: waiting.proposedByName,
      when: formatInstant(waiting.proposedAt),
    }),
    reason: waiting.reason,
    own: waiting.proposedBy === actor.accountId,
    words: {
      ...reasonField('deploy.decision.reason', retyped.reason, retyped.errors),
      required: false,
    },
    approve: text('deploy.approve', { version }),
  }
}

function nextOf(
  { draft, fourEyes, problems }: DeploymentPage,
  { hasErrors, isSame, own }: { hasErrors: boolean; isSame: boolean; own: boolean },
): string | null {
  if (!draft.open) return null
  if (draft.waiting) return text(own ? 'deploy.next.wait' : 'deploy.next.decide')
  if (isSame) return text('deploy.next.same')
  if (hasErrors) {
    const count = problems.filter(({ severity }) => severity === 'error').length
    return text('deploy.next.errors', { count })
  }
  return text(fourEyes ? 'deploy.next.propose' : 'deploy.next')
}

function listOf(
  kind: 'errors' | 'warnings',
  problems: readonly { readonly message: string }[],
): ProblemsModel['errors'] {
  if (problems.length === 0) return null
  return {
    title: text(`deploy.${kind}`, { count: problems.length }),
    messages: problems.map(({ message }) => message),
  }
}
