import type { Request } from 'express'
import QRCode from 'qrcode'
import type { Config } from '../config.js'

/** A QR code as the address of an image, to stand in a page: drawn as lines, so that print is as sharp as a screen. */
export async function qrCode(content: string): Promise<string> {
  const svg = await QRCode.toString(content, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' })
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
}

/** An address of this site as somebody elsewhere must type it: as it is set, else as this visitor came here. */
export function publicAddress(
  { publicUrl }: Pick<Config, 'publicUrl'>,
  request: Request,
  path: string,
): string {
  return `${publicUrl ?? `${request.protocol}://${request.host}`}${path}`
}
