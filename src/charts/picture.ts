import { Resvg } from '@resvg/resvg-js'
import { glyphsOf, type Glyph } from './glyphs.js'

/** A picture of a chart: for files that must look the same wherever they are opened. */
export interface Picture {
  readonly png: Buffer
  readonly width: number
  readonly height: number
}

/** Draws an SVG of `drawChart` as PNG, twice its size for print. Needs no font on the machine. */
export async function pictureOf(svg: string): Promise<Picture> {
  const outlined = await withOutlines(svg)
  const drawn = new Resvg(outlined, {
    fitTo: { mode: 'zoom', value: 2 },
    font: { loadSystemFonts: false },
  }).render()
  return { png: drawn.asPng(), width: drawn.width / 2, height: drawn.height / 2 }
}

/** The same SVG with its words as outlines instead of text. */
export async function withOutlines(svg: string): Promise<string> {
  const words = [...svg.matchAll(textElement)].map(([, , content = '']) => unescaped(content))
  const glyphs = await glyphsOf(words.join(''))
  return svg.replace(textElement, (_, attributes: string, content: string) =>
    outlineOf(attributes, unescaped(content), glyphs),
  )
}

const textElement = /<text([^>]*)>([^<]*)<\/text>/g

function outlineOf(attributes: string, words: string, glyphs: ReadonlyMap<string, Glyph>): string {
  const given = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1]
  const scale = Number.parseFloat(given('font-size') ?? '12') / 1000
  const drawn = Array.from(words).map(character => glyphs.get(character) ?? { width: 0, outline: '' })
  const width = drawn.reduce((sum, glyph) => sum + glyph.width, 0) * scale
  const anchored = { middle: width / 2, end: width }[given('text-anchor') ?? ''] ?? 0
  // the middle of a Chinese character stands 0.38 em above its base line
  const lowered = given('dominant-baseline') === 'central' ? 380 * scale : 0
  let at = Number(given('x') ?? 0) - anchored
  const base = Number(given('y') ?? 0) + lowered
  const paths = drawn.map(({ width: advance, outline }) => {
    const path = `<path d="${outline}" transform="translate(${at} ${base}) scale(${scale} ${-scale})"/>`
    at += advance * scale
    return outline === '' ? '' : path
  })
  const transform = given('transform')
  return `<g fill="${given('fill') ?? '#000'}"${transform === undefined ? '' : ` transform="${transform}"`}>${paths.join('')}</g>`
}

function unescaped(content: string): string {
  return content.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: keyof typeof signs) => signs[name])
}

const signs = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" } as const
