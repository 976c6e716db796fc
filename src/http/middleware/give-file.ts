import type { Response } from 'express'

/** A file on the disk, what it is called and what it is. */
export interface GivenFile {
  readonly path: string
  readonly name: string
  readonly type: string
}

/**
 * Gives out a file that a stranger made: to be shown in its frame of an image or to be saved, and to run nothing. A PDF
 * is never opened within the site, whatever it holds.
 */
export async function giveFile(response: Response, { path, name, type }: GivenFile): Promise<void> {
  const shown = type.startsWith('image/')
  response.set({
    'Content-Type': type,
    'Content-Disposition': `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encoded(name)}`,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, no-store',
    'Cross-Origin-Resource-Policy': 'same-origin',
  })
  await new Promise<void>((resolve, reject) => {
    response.sendFile(
      path,
      { dotfiles: 'allow', cacheControl: false, acceptRanges: false },
      (error?: Error) => {
        // who went away while it was sent is told nothing
        if (error && !response.headersSent) reject(error)
        else resolve()
      },
    )
  })
}

/** RFC 8187: what `encodeURIComponent` leaves is more than a header's value may have. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
