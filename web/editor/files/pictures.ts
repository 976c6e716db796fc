import type Modeler from 'bpmn-js/lib/Modeler'
import type { Canvas } from '../bpmn-js'

/** Two dots for each of the drawing’s: sharp on paper. A browser draws nothing wider than this. */
const sharpness = 2
const widest = 12_000

/** The drawing as SVG, on white. */
export async function svgOf(modeler: Modeler): Promise<string> {
  const { svg } = await modeler.saveSVG()
  const [x = 0, y = 0, width = 0, height = 0] = boxOf(svg)
  const ground = `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#fff"/>`
  return svg.replace(/<svg\b[^>]*>/, open => open + ground)
}

function boxOf(svg: string): readonly number[] {
  return (/viewBox="([^"]*)"/.exec(svg)?.[1] ?? '').split(' ').map(Number)
}

/**
 * The drawing as PNG, on white. Words are written by the page and not by the picture: a picture may use no font of the
 * page, and on a machine without Chinese fonts it would be full of boxes.
 */
export async function pngOf(modeler: Modeler): Promise<Blob> {
  // as text, never as a document of this page: the site’s policy would strip the drawing of its styles
  const svg = await svgOf(modeler)
  const [x = 0, y = 0, width = 1, height = 1] = boxOf(svg)
  const wordless = svg.replace(/<text\b[\s\S]*?<\/text>/g, '')
  const image = new Image(width, height)
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(wordless)}`
  await image.decode()

  const scale = Math.min(sharpness, widest / width, widest / height)
  const paper = document.createElement('canvas')
  paper.width = Math.ceil(width * scale)
  paper.height = Math.ceil(height * scale)
  const pen = paper.getContext('2d')
  if (!pen) throw new Error('This browser draws no pictures')
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, paper.width, paper.height)
  pen.drawImage(image, 0, 0, paper.width, paper.height)
  pen.setTransform(scale, 0, 0, scale, -x * scale, -y * scale)
  writeWords(pen, modeler.get<Canvas>('canvas').getContainer())
  return new Promise((settle, fail) => {
    paper.toBlob(blob => {
      if (blob) settle(blob)
      else fail(new Error('This browser made no picture'))
    }, 'image/png')
  })
}

function writeWords(pen: CanvasRenderingContext2D, container: HTMLElement): void {
  const drawing = container.querySelector<SVGGElement>('.viewport > .layer-base, .viewport')
  const inverse = container.querySelector<SVGGElement>('.viewport')?.getCTM()?.inverse()
  if (!drawing || !inverse) return
  const begin = pen.getTransform()
  for (const line of drawing.querySelectorAll<SVGTSpanElement>('.djs-visual text tspan')) {
    const own = line.getCTM()
    if (!own || !line.textContent) continue
    const { a, b, c, d, e, f } = inverse.multiply(own)
    const { x, y } = line.getStartPositionOfChar(0)
    const { fontSize, fontWeight, fontStyle, fontFamily, fill } = getComputedStyle(line)
    pen.setTransform(begin)
    pen.transform(a, b, c, d, e, f)
    pen.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`
    pen.fillStyle = fill
    pen.fillText(line.textContent, x, y)
  }
}
