import type sharp from 'sharp'
import type { Sharp } from 'sharp'
import type { AttachmentType } from '../casework/attachment.js'
import { FileRefused } from './refusal.js'

/** More than any telephone takes in one shot; decoded, it is what one picture may cost in memory. */
const mostPixels = 110_000_000
/** A page of A4 photographed at 300 dpi; what is larger is made so small. */
const longestSide = 3600
const thumbnailSide = 240

type PictureType = Exclude<AttachmentType, 'application/pdf'>

/**
 * The picture, upright, written anew: place, camera and everything else beside the pixels stays behind.
 * @throws FileRefused when it has too many pixels, told before they are decoded, or cannot be read to its end
 */
export async function cleanPicture(content: Buffer, type: PictureType): Promise<Buffer> {
  return inTurn(async () => {
    const sharp = await opened()
    const { width, height } = await read(() => sharp(content, { limitInputPixels: false }).metadata())
    if (width * height > mostPixels) throw new FileRefused('tooManyPixels')
    const upright = sharp(content, { limitInputPixels: mostPixels, failOn: 'error' })
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    return read(() => written(upright, type).toBuffer())
  })
}

/** A small picture for lists. @throws FileRefused */
export function thumbnail(picture: Buffer): Promise<Buffer> {
  return inTurn(async () => {
    const sharp = await opened()
    return read(() =>
      sharp(picture)
        .resize({ width: thumbnailSide, height: thumbnailSide, fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#fff' })
        .jpeg({ quality: 70 })
        .toBuffer(),
    )
  })
}

let library: Promise<typeof sharp> | undefined

/** The library, loaded with the first picture: most starts of the program see none. */
function opened(): Promise<typeof sharp> {
  library ??= import('sharp').then(({ default: loaded }) => {
    // Only what is asked for is ever read: the other readers of the library are doors nobody needs.
    loaded.block({ operation: ['VipsForeignLoad'] })
    loaded.unblock({
      operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
    })
    loaded.cache(false)
    return loaded
  })
  return library
}

function written(picture: Sharp, type: PictureType): Sharp {
  switch (type) {
    case 'image/jpeg':
      return picture.jpeg({ quality: 86 })
    case 'image/png':
      return picture.png({ compressionLevel: 8 })
    case 'image/webp':
      return picture.webp({ quality: 86 })
  }
}

async function read<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    const tooMany = cause instanceof Error && /pixel limit/i.test(cause.message)
    throw new FileRefused(tooMany ? 'tooManyPixels' : 'broken', { cause })
  }
}

let last: Promise<unknown> = Promise.resolve()

/** One picture after the other: ten that come at once must not fill the memory together. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work, work)
  last = mine.catch(() => undefined)
  return mine
}
