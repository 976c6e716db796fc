import { z } from 'zod'
import { OFFICE_SETTINGS, type OfficeSetting } from '../../casework/office-setting.js'
import { text } from '../../catalogue/index.js'
import type { Instant } from '../../clock.js'
import { officeSetting } from '../office-settings.js'
import type { Parts } from '../parts.js'
import { caseProcess } from '../cases.js'

/** What the office has set for itself, and what the procedure sets instead. */
export interface OfficeSettingsPage {
  readonly values: Readonly<Record<OfficeSetting, number>>
  /** the newest first */
  readonly changes: readonly SettingChange[]
  /** the procedure in force, which sets all other limits and branches */
  readonly definition: { readonly id: number; readonly version: number } | null
}

export interface SettingChange {
  readonly at: Instant
  readonly by: string
  readonly name: OfficeSetting
  readonly before: number
  readonly after: number
  readonly reason: string
}

const mostChanges = 50
const isSetting = (name: string): name is OfficeSetting => name in OFFICE_SETTINGS
const noted = z.object({
  name: z.string().refine(isSetting),
  before: z.number(),
  after: z.number(),
  reason: z.string(),
})

/** 办公室设置, with who changed what, when and why. */
export async function officeSettingsPage({ store: { read } }: Parts): Promise<OfficeSettingsPage> {
  const names = Object.keys(OFFICE_SETTINGS) as OfficeSetting[]
  const values = await Promise.all(names.map(async name => [name, await officeSetting(read, name)] as const))
  const current = await read.definitions.latest(caseProcess)
  const entries = await read.history.ofSettings(mostChanges)
  return {
    values: Object.fromEntries(values) as Record<OfficeSetting, number>,
    changes: entries.map(({ at, actorName, data }) => ({
      ...noted.parse(data),
      at,
      by: actorName ?? text('runtime.someone'),
    })),
    definition: current && { id: current.id, version: current.version },
  }
}
