import { text } from '../../catalogue/index.js'
import { paths } from '../paths.js'
import type { PageHeaderModel } from './parts.js'

declare module '../render.js' {
  interface Pages {
    'items/import': ItemImportModel
  }
}

/** 批量收录: a list pasted from a spreadsheet. */
export interface ItemImportModel {
  readonly header: PageHeaderModel
  readonly list: string
  readonly problems: readonly string[]
}

export function itemImportPage(list = '', problems: readonly string[] = []): ItemImportModel {
  return {
    header: {
      title: text('items.import.title'),
      what: text('items.import.what'),
      next: text('items.import.next'),
      by: null,
      crumbs: [{ href: paths.items, label: text('items.title') }],
    },
    list,
    problems,
  }
}
