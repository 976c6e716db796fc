import type { Actor } from '../casework/actor.js'
import { OFFICE_SETTINGS, readOfficeSetting, type OfficeSetting } from '../casework/office-setting.js'
import type { ContactRule } from '../casework/phone-call.js'
import { cleanLine } from '../casework/plain-text.js'
import { InvalidAnswersProblem } from '../casework/problem.js'
import { text } from '../catalogue/index.js'
import type { Unit } from '../store/index.js'
import { command } from './command.js'
import type { Parts } from './parts.js'
import { requireRight } from './rights.js'

interface Reading {
  readonly settings: Pick<Unit['settings'], 'get'>
}

/** A new value for one or several settings, as they were typed, with the reason that the office will be asked for. */
export interface OfficeSettingsAsked {
  readonly values: Partial<Readonly<Record<OfficeSetting, string>>>
  readonly reason: string
}

/** What the office has set, or what is usual. */
export async function officeSetting({ settings }: Reading, name: OfficeSetting): Promise<number> {
  const { key, usual } = OFFICE_SETTINGS[name]
  const set = await settings.get(key)
  return set === null ? usual : Number(set)
}

/** A usual value that the office is to decide about: saving it as it is decides. */
async function isUnconfirmed({ settings }: Reading, name: OfficeSetting): Promise<boolean> {
  return name.startsWith('kept') && (await settings.get(OFFICE_SETTINGS[name].key)) === null
}

/** How often and on how many days a citizen is rung up before a letter or a text is the last way. */
export async function contactRule(unit: Reading): Promise<ContactRule> {
  return { tries: await officeSetting(unit, 'callTries'), days: await officeSetting(unit, 'callDays') }
}

/**
 * Sets what the office decides for itself, with the reason in the history. What was decided by the setting before
 * stays: a flag has been seen by a person, a letter has gone out.
 * @throws NotAllowedProblem for anybody but the supervisor; InvalidAnswersProblem out of bounds or without a reason
 */
export function changeOfficeSettings(
  parts: Pick<Parts, 'store' | 'clock'>,
  by: Actor,
  asked: OfficeSettingsAsked,
): Promise<void> {
  return command(parts, async (unit, at) => {
    requireRight(by, 'setting.change')
    const reason = cleanLine(asked.reason).slice(0, 200)
    const names = (Object.keys(OFFICE_SETTINGS) as OfficeSetting[]).filter(
      name => asked.values[name] !== undefined,
    )
    const read = names.map(name => ({ name, value: readOfficeSetting(name, asked.values[name] ?? '') }))
    const outOfBounds = read.filter(({ value }) => value === null)
    const wrong = {
      ...Object.fromEntries(
        outOfBounds.map(({ name }) => [name, text('runtime.settings.bounds', OFFICE_SETTINGS[name])]),
      ),
      ...(reason === '' && { reason: text('runtime.settings.reason') }),
    }
    if (Object.keys(wrong).length > 0) throw new InvalidAnswersProblem(wrong)
    const values = new Map(read.map(({ name, value }) => [name, value ?? OFFICE_SETTINGS[name].usual]))
    const [tries, days] = [values.get('callTries'), values.get('callDays')]
    if (tries !== undefined && days !== undefined && days > tries)
      throw new InvalidAnswersProblem({ callDays: text('runtime.settings.moreDays') })
    const changed: { name: OfficeSetting; before: number; after: number }[] = []
    for (const [name, after] of values) {
      const before = await officeSetting(unit, name)
      if (before !== after || (await isUnconfirmed(unit, name))) changed.push({ name, before, after })
    }
    if (changed.length === 0) return
    await unit.settings.put(
      changed.map(({ name, after }) => ({ key: OFFICE_SETTINGS[name].key, value: String(after) })),
    )
    await unit.history.append(
      changed.map(data => ({
        ...{ caseId: null, instanceId: null, at, actorId: by.accountId, actorName: by.name },
        ...{ kind: 'setting.changed', activityId: null, activityName: null },
        data: { ...data, reason },
      })),
    )
  })
}
