import { text } from '../../../catalogue/index.js'
import { paths, pathTo } from '../../paths.js'
import type { LinkModel } from '../parts.js'

/** What is tried, as far as its pages name it. */
export interface Tried {
  readonly ref: string
  readonly key: string
  readonly name: string
  /** The version's number; null for a draft. */
  readonly version: number | null
}

/** 解决群众“办不成事”（草稿） */
export function triedName({ name, version }: Pick<Tried, 'name' | 'version'>): string {
  return version === null
    ? text('trial.tried.draft', { name })
    : text('trial.tried.version', { name, version })
}

/** Where a trial is begun. */
export function trialHref(ref: string | number): string {
  return pathTo(paths.trialStart, { ref })
}

/** The way back from a trial. */
export function crumbs({ key }: Pick<Tried, 'key'>): readonly LinkModel[] {
  return [
    { href: paths.processes, label: text('admin.processes.title') },
    { href: pathTo(paths.processEdit, { key }), label: text('trial.toEditor') },
  ]
}
