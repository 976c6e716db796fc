import { charactersOf, cleanLine } from './plain-text.js'

/** As long as a line of a list shows. */
const longest = 80

/**
 * A file's name as a stranger's device gave it, made fit to be shown and saved under: without folders, without what
 * turns the direction of writing or cannot be seen, without what a file system refuses, with the extension of what the
 * file really is. `C:\x\..\申请表.PDF.exe` of a picture becomes `申请表.PDF.exe.jpg`, which opens as one.
 */
export function safeFileName(given: string, extension: string): string {
  const bare = cleanLine(given)
    .split(/[\\/]/)
    .at(-1)
    ?.replace(unseen, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  const stem = (bare ?? '').replace(new RegExp(`\\.(${same(extension)})$`, 'i'), '')
  const short = charactersOf(stem === '' ? fallback : stem).slice(0, longest)
  return `${short.join('')}.${extension}`
}

/** Controls, and what is written without being seen: zero-width signs and marks that turn the direction of writing. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu

const fallback = '附件'

function same(extension: string): string {
  return extension === 'jpg' ? 'jpe?g' : extension
}
