import { ATTACHMENT_KINDS, ATTACHMENT_TYPES, type AttachmentType } from '../../casework/attachment.js'
import { labelOf } from '../../casework/choice.js'
import { text } from '../../catalogue/index.js'
import type { AttachmentLine, OwnAttachment } from '../../runtime/index.js'
import { paths, pathTo } from '../paths.js'

/** The partial `attachments`: the files of a case as a list of pictures and papers, and the form that adds to them. */
export interface AttachmentsModel {
  readonly files: readonly AttachmentModel[]
  /** for who may add */
  readonly add: {
    readonly action: string
    readonly accept: string
    readonly kinds: readonly { readonly value: string; readonly label: string }[]
    /** the task in which they are added */
    readonly taskId: number | null
    /** where to come back to */
    readonly back: string
  } | null
}

export interface AttachmentModel {
  readonly name: string
  /** null while it may not be opened */
  readonly href: string | null
  readonly openLabel: string
  /** the small picture; null of a PDF */
  readonly small: string | null
  /** 材料或照片 · 群众 · 2.1MB */
  readonly what: string
  readonly at: string
  readonly note: string | null
  /** why it cannot be opened, or that it was taken away */
  readonly state: string | null
  readonly remove: { readonly action: string; readonly label: string; readonly back: string } | null
}

/** What a file input offers to choose; what comes is examined all the same. */
export const acceptedFiles = Object.keys(ATTACHMENT_TYPES).join()

/** @param to the page that shows them, and the task it is for */
export function attachmentsModel(
  files: readonly AttachmentLine[],
  {
    number,
    mayAdd,
    taskId = null,
    back,
  }: { number: string; mayAdd: boolean; taskId?: number | null; back: string },
): AttachmentsModel {
  return {
    files: files.map(file => fileModel(file, number, back)),
    add: mayAdd
      ? {
          action: pathTo(paths.caseFiles, { number }),
          accept: acceptedFiles,
          kinds: ATTACHMENT_KINDS,
          taskId,
          back,
        }
      : null,
  }
}

/** The citizen's own, on the page of their case. */
export function ownAttachmentsModel(
  files: readonly OwnAttachment[],
  number: string,
): readonly AttachmentModel[] {
  return files.map(file => {
    const safe = file.scan === 'off' || file.scan === 'clean'
    return {
      name: file.name,
      href: safe ? pathTo(paths.trackFile, { number, id: file.id }) : null,
      openLabel: openLabel(file),
      small: safe && file.hasThumbnail ? pathTo(paths.trackFileSmall, { number, id: file.id }) : null,
      what: sizeInWords(file.size),
      at: file.at,
      note: null,
      state: safe ? null : text(`attachment.${file.scan}`),
      remove: null,
    }
  })
}

function fileModel(file: AttachmentLine, number: string, back: string): AttachmentModel {
  const { id, name, removed } = file
  return {
    name,
    href: file.mayOpen ? pathTo(paths.caseFile, { number, id }) : null,
    openLabel: openLabel(file),
    small: file.mayOpen && file.hasThumbnail ? pathTo(paths.caseFileSmall, { number, id }) : null,
    what: [
      labelOf(ATTACHMENT_KINDS, file.kind),
      file.byName ?? text('attachment.by.citizen'),
      sizeInWords(file.size),
    ].join(' · '),
    at: file.at,
    note: file.note,
    state: stateOf(file),
    remove:
      file.mayRemove && !removed
        ? {
            action: pathTo(paths.caseFileRemove, { number, id }),
            label: text('attachment.removeOf', { name }),
            back,
          }
        : null,
  }
}

function stateOf({ removed, scan }: AttachmentLine): string | null {
  if (removed) return text('attachment.removedLine', { who: removed.byName, why: removed.why })
  return scan === 'pending' || scan === 'suspect' ? text(`attachment.${scan}`) : null
}

function openLabel({ name, size }: { name: string; size: number; type: AttachmentType }): string {
  return text('attachment.open', { name, size: sizeInWords(size) })
}

/** 2.1MB, 340KB. */
export function sizeInWords(bytes: number): string {
  const megabytes = bytes / 1024 / 1024
  return megabytes >= 1 ? `${megabytes.toFixed(1)}MB` : `${Math.max(1, Math.round(bytes / 1024))}KB`
}
