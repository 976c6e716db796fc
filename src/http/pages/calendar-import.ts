import { text } from '../../catalogue/index.js'
import { paths } from '../paths.js'
import { field, type FieldModel } from './field.js'
import type { PageHeaderModel } from './parts.js'

/** The model of `admin/calendar-import`. */
export interface CalendarImportModel {
  readonly header: PageHeaderModel
  readonly faults: readonly string[]
  readonly faultsTitle: string
  readonly table: FieldModel
  readonly extent: FieldModel
  readonly example: string
}

/** Faults that are shown; who has more has brought the wrong file. */
const most = 50

export function calendarImportModel(
  returned: { readonly typed: string; readonly whole: boolean; readonly faults: readonly string[] } | null,
): CalendarImportModel {
  const faults = returned?.faults ?? []
  const values = { table: returned?.typed ?? '', extent: returned?.whole === false ? 'some' : 'whole' }
  const surroundings = {
    values,
    errors: faults.length > 0 ? { table: text('admin.calendar.import.wrong', { count: faults.length }) } : {},
  }
  return {
    header: {
      title: text('admin.calendar.import.title'),
      what: text('admin.calendar.import.what'),
      next: text('admin.calendar.import.next'),
      by: null,
      crumbs: [{ href: paths.calendar, label: text('admin.calendar.title') }],
    },
    faults: faults.slice(0, most),
    faultsTitle: text('admin.calendar.import.wrong', { count: faults.length }),
    table: field(
      {
        id: 'table',
        label: text('admin.calendar.import.table'),
        type: 'text',
        required: true,
        rows: 14,
        choices: [],
        help: text('admin.calendar.import.table.help'),
      },
      surroundings,
    ),
    extent: field(
      {
        id: 'extent',
        label: text('admin.calendar.import.extent'),
        type: 'enum',
        required: true,
        choices: ['whole', 'some'].map(id => ({ id, name: text(`admin.calendar.import.extent.${id}`) })),
      },
      surroundings,
    ),
    example: text('admin.calendar.import.example'),
  }
}
