import { randomBytes } from 'node:crypto'
import { Command } from 'commander'
import { isRole, roleLabel, ROLES } from '../../casework/role.js'
import { text } from '../../catalogue/index.js'
import { openParts } from '../../main.js'
import { addPeople, passwordProblems, type Parts } from '../../runtime/index.js'
import { AccountExistsProblem, InvalidOptionProblem } from '../problem.js'
import type { Terminal } from '../terminal.js'
import { commandNamed, configOf, print, type CommonOptions } from './base.js'

interface AddOptions extends CommonOptions {
  readonly username: string
  readonly role: string
  readonly name?: string
  readonly place?: string
  readonly department?: string
  readonly passwordStdin?: boolean
}

/** `account add`: the first administrator, and whoever else is added where there is no page. */
export function accountCommand(terminal: Terminal): Command {
  return new Command('account')
    .description(text('cli.account.what'))
    .usage(text('cli.account.usage'))
    .addCommand(
      commandNamed('add', { key: 'account.add' })
        .requiredOption('--username <NAME>', text('cli.account.add.username'))
        .requiredOption('--role <ROLE>', text('cli.account.add.role', { roles: roles() }))
        .option('--name <NAME>', text('cli.account.add.name'))
        .option('--place <NAME>', text('cli.account.add.place'))
        .option('--department <NAME>', text('cli.account.add.department'))
        .option('--password-stdin', text('cli.account.add.passwordStdin'))
        .action((options: AddOptions) => addAccount(terminal, options)),
    )
}

async function addAccount(terminal: Terminal, options: AddOptions): Promise<void> {
  const { role } = options
  if (!isRole(role)) throw new InvalidOptionProblem('--role', role, roles())
  const username = usernameOf(options.username)
  const generated = options.passwordStdin !== true
  const password = generated ? randomBytes(12).toString('base64url') : (await terminal.input()).trim()
  const names = { username, displayName: options.name ?? username }
  if (!generated && Object.keys(passwordProblems({ password, again: password, ...names })).length > 0)
    throw new InvalidOptionProblem('--password-stdin', '***', text('cli.account.password.expected'))
  const parts = await openParts(configOf(terminal, options), terminal.clock)
  try {
    if (await parts.store.read.accounts.byUsername(username)) throw new AccountExistsProblem(username)
    const { placeId, departmentId } = await belonging(parts, options)
    await addPeople(parts, [
      // whoever types it here is not whose it is
      { ...names, password, role, placeId, departmentId, mustChange: true },
    ])
  } finally {
    await parts.store.close()
  }
  print(terminal, options, { username, role, ...(generated ? { password } : {}) }, [
    text('cli.account.add.done', { username, role: roleLabel(role) }),
    ...(generated ? [text('cli.account.add.generated', { password })] : []),
  ])
}

/** A clerk sits at a place, a liaison speaks for a department; the others belong to the office. */
async function belonging(
  { store }: Parts,
  { role, place, department }: AddOptions,
): Promise<{ placeId: number | null; departmentId: number | null }> {
  const { places } = store.read
  return {
    placeId: role === 'clerk' ? named('place', await places.places(), place) : null,
    departmentId: role === 'liaison' ? named('department', await places.departments(), department) : null,
  }
}

function named(
  what: 'place' | 'department',
  rows: readonly { readonly id: number; readonly name: string }[],
  name = '',
): number {
  const row = rows.find(one => one.name === name)
  if (row) return row.id
  const known = rows.map(one => one.name).join('、') || text('cli.account.none')
  throw new InvalidOptionProblem(`--${what}`, name, text(`cli.account.${what}.expected`, { known }))
}

function usernameOf(typed: string): string {
  const username = typed.trim()
  if (/^\S{2,50}$/u.test(username)) return username
  throw new InvalidOptionProblem('--username', typed, text('cli.account.username.expected'))
}

function roles(): string {
  return ROLES.map(({ value, label }) => `${value}（${label}）`).join('、')
}
