import { formatInstant } from '../../calendar/index.js'
import { OFFICE_SETTINGS, type OfficeSetting } from '../../casework/office-setting.js'
import { text } from '../../catalogue/index.js'
import type { OfficeSettingsPage } from '../../runtime/index.js'
import { paths, pathTo } from '../paths.js'
import { field, type FieldModel } from './field.js'
import { ledger, type LedgerModel } from './ledger.js'
import type { LinkModel, PageHeaderModel } from './parts.js'

declare module '../render.js' {
  interface Pages {
    'settings/office': OfficeSettingsModel
  }
}

/** 办公室设置: each rule in a sentence as it stands, its form, who changed it, and where the other rules are kept. */
export interface OfficeSettingsModel {
  readonly header: PageHeaderModel
  readonly groups: readonly {
    readonly id: SettingGroup
    readonly title: string
    readonly now: string
    readonly note: string
    readonly fields: readonly FieldModel[]
  }[]
  readonly elsewhere: readonly { readonly words: string; readonly link: LinkModel | null }[]
  readonly changes: LedgerModel | null
}

/** What is set together, because it makes one rule. */
export const settingGroups = {
  recurrence: ['recurrenceMonths'],
  contact: ['callTries', 'callDays'],
  privacy: ['privacyReplyDays'],
  retention: ['keptCases', 'keptConsultations', 'keptLooks', 'keptAccesses', 'keptNotices'],
} as const satisfies Readonly<Record<string, readonly OfficeSetting[]>>

export type SettingGroup = keyof typeof settingGroups

/** A form that came back with what is wrong with it. */
export interface ReturnedSettings {
  readonly group: SettingGroup
  readonly values: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
}

export function officeSettingsModel(
  page: OfficeSettingsPage,
  returned: ReturnedSettings | null = null,
): OfficeSettingsModel {
  return {
    header: {
      title: text('settings.title'),
      what: text('settings.what'),
      next: text('settings.next'),
      by: null,
    },
    groups: (Object.keys(settingGroups) as SettingGroup[]).map(id => ({
      id,
      title: text(`settings.${id}.title`),
      now: text(`settings.${id}.now`, page.values),
      note: text(`settings.${id}.note`),
      fields: fieldsOf(id, page, returned?.group === id ? returned : null),
    })),
    elsewhere: elsewhereOf(page),
    changes: changesOf(page),
  }
}

function fieldsOf(
  group: SettingGroup,
  { values }: OfficeSettingsPage,
  returned: ReturnedSettings | null,
): readonly FieldModel[] {
  const given = { values: returned?.values ?? values, errors: returned?.errors ?? {} }
  return [
    ...settingGroups[group].map((name: OfficeSetting) => {
      const { least: min, most: max } = OFFICE_SETTINGS[name]
      const help = text('settings.bounds', OFFICE_SETTINGS[name])
      const label = text(`settings.field.${name}`)
      return field({ id: name, label, type: 'long', required: true, choices: [], min, max, help }, given)
    }),
    // two forms on one page: the reason’s id is the group’s own, its name is the same
    field(
      {
        ...{ id: `${group}Reason`, label: text('settings.reason'), type: 'string', required: true },
        ...{ choices: [], maxLength: 200, help: text('settings.reason.help') },
      },
      given,
    ),
  ]
}

function elsewhereOf({ definition }: OfficeSettingsPage): OfficeSettingsModel['elsewhere'] {
  const handbook = definition && {
    href: pathTo(paths.handbook, { id: definition.id }),
    label: text('settings.elsewhere.process.link', { version: definition.version }),
  }
  return [
    { words: text('settings.elsewhere.process'), link: handbook },
    { words: text('settings.elsewhere.calendar'), link: null },
    {
      words: text('settings.elsewhere.replies'),
      link: { href: paths.replyTemplates, label: text('replies.title') },
    },
    { words: text('settings.elsewhere.fourEyes'), link: null },
  ]
}

function changesOf({ changes }: OfficeSettingsPage): LedgerModel | null {
  if (changes.length === 0) return null
  const columns = ['when', 'by', 'what', 'why'].map(name => ({ label: text(`settings.change.${name}`) }))
  const rows = changes.map(({ at, by, name, before, after, reason }) => [
    formatInstant(at),
    by,
    text('settings.change', { name: text(`settings.field.${name}`), before, after }),
    reason,
  ])
  return ledger(null, columns, rows)
}
