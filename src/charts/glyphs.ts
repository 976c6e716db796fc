import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { create, type Font } from 'fontkit'
import { decompress } from 'wawoff2'

/** A character as its outline, in thousandths of the type size, with y upwards. */
export interface Glyph {
  readonly width: number
  readonly outline: string
}

/**
 * Outlines of characters from the web font that the pages are set in. It comes in slices of some hundred characters;
 * a slice is unpacked when one of its characters is first asked for.
 */
export async function glyphsOf(characters: Iterable<string>): Promise<ReadonlyMap<string, Glyph>> {
  for (const character of new Set(characters)) {
    if (!known.has(character)) known.set(character, await outlined(character))
  }
  return known
}

const known = new Map<string, Glyph>()
const fonts = new Map<string, Promise<Font>>()
let slices: Promise<readonly Slice[]> | undefined

interface Slice {
  readonly file: string
  readonly ranges: readonly (readonly [number, number])[]
}

const folder = path.dirname(
  createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans-sc/index.css'),
)

async function outlined(character: string): Promise<Glyph> {
  const point = character.codePointAt(0) ?? 0
  slices ??= readSlices()
  const slice = (await slices).find(({ ranges }) => ranges.some(([from, to]) => from <= point && point <= to))
  if (!slice) return blank
  const font = fonts.get(slice.file) ?? openSlice(slice.file)
  fonts.set(slice.file, font)
  const { path: shape, advanceWidth } = (await font).glyphForCodePoint(point)
  return { width: (advanceWidth / (await font).unitsPerEm) * 1000, outline: shape.toSVG() }
}

/** What the font does not have: an em of nothing. */
const blank: Glyph = { width: 1000, outline: '' }

async function openSlice(file: string): Promise<Font> {
  const unpacked = await decompress(await readFile(path.join(folder, 'files', file)))
  const font = create(Buffer.from(unpacked))
  if (!('getVariation' in font)) throw new Error(`${file} is a collection of fonts`)
  return font.getVariation({ wght: 400 })
}

/** The style sheet of the font says which characters are in which file. */
async function readSlices(): Promise<Slice[]> {
  const css = await readFile(path.join(folder, 'index.css'), 'utf8')
  return [...css.matchAll(/url\(\.\/files\/([^)]+)\)[^}]*unicode-range:\s*([^;}]+)/g)].map(
    ([, file = '', ranges = '']) => ({
      file,
      ranges: ranges.split(',').map(range => {
        const [from = '', to = from] = range.trim().replace(/^U\+/i, '').split('-')
        return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const
      }),
    }),
  )
}
