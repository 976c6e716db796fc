import {
  OPEN_FIGURES,
  openCountWords,
  type OpenQuarter,
  openQuarterLabel,
  smallest,
} from '../../casework/report/open-figures.js'
import { text } from '../../catalogue/index.js'
import { paths } from '../paths.js'
import { ledger, type LedgerModel } from './ledger.js'
import type { EmptyStateModel, LinkModel, PageHeaderModel } from './parts.js'

/** The model of `open-figures/public`, read by anybody. */
export interface OpenFiguresModel {
  readonly header: PageHeaderModel
  readonly table: LedgerModel
  readonly meanings: readonly { readonly label: string; readonly meaning: string }[]
  readonly small: string
  readonly data: LinkModel
  readonly empty: EmptyStateModel | null
}

/** The model of `open-figures/setting`, where the office says whether they are public. */
export interface OpenFiguresSettingModel extends Pick<
  OpenFiguresModel,
  'header' | 'table' | 'small' | 'empty'
> {
  readonly on: boolean
  readonly standing: string
  readonly link: LinkModel | null
}

export function openFiguresPage(quarters: readonly OpenQuarter[]): OpenFiguresModel {
  return {
    header: { title: text('openFigures.title'), what: text('openFigures.what'), next: null, by: null },
    table: tableOf(quarters),
    meanings: OPEN_FIGURES.map(figure => ({
      label: text(`openFigures.${figure}`),
      meaning: text(`openFigures.${figure}.meaning`),
    })),
    small: text('openFigures.small', { count: smallest }),
    data: { href: paths.openFiguresData, label: text('openFigures.data') },
    empty: emptyOf(quarters),
  }
}

export function openFiguresSetting(on: boolean, quarters: readonly OpenQuarter[]): OpenFiguresSettingModel {
  return {
    header: {
      title: text('openFigures.setting.title'),
      what: text('openFigures.setting.what'),
      next: text('openFigures.setting.next'),
      by: null,
    },
    on,
    standing: text(on ? 'openFigures.setting.on' : 'openFigures.setting.off'),
    link: on ? { href: paths.openFigures, label: text('openFigures.setting.see') } : null,
    table: tableOf(quarters),
    small: text('openFigures.small', { count: smallest }),
    empty: emptyOf(quarters),
  }
}

function tableOf(quarters: readonly OpenQuarter[]): LedgerModel {
  return ledger(
    null,
    [
      { label: text('openFigures.quarter') },
      ...OPEN_FIGURES.map(figure => ({ label: text(`openFigures.${figure}`), numeric: true })),
    ],
    quarters.map(quarter => [
      openQuarterLabel(quarter),
      ...OPEN_FIGURES.map(figure => openCountWords(quarter.figures[figure])),
    ]),
  )
}

function emptyOf(quarters: readonly OpenQuarter[]): EmptyStateModel | null {
  return quarters.length === 0
    ? { title: text('openFigures.empty'), why: text('openFigures.empty.why'), action: null }
    : null
}
