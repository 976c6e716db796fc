import type Modeler from 'bpmn-js/lib/Modeler'
import type { Canvas } from '../bpmn-js'

/** Two dots for each of the drawing’s: sharp on paper. A browser draws nothing wider than this. */
const sharpness = 2
const widest = 12_000

/** The drawing as SVG, on white. */
export async function svgOf(modeler: Modeler): Promise<string> {
  const { svg } = await modeler.saveSVG()
  return svg.replace(/(<svg\b[^>]*viewBox="([^"]*)"[^>]*>)/, (_whole, open: string, box: string) => {
    const [x, y, width, height] = box.split(' ')
    return `${open}<rect x="${x ?? 0}" y="${y ?? 0}" width="${width ?? 0}" height="${height ?? 0}" fill="#fff"/>`
  })
}

/**
 * The drawing as PNG, on white. Words are written by the page and not by the picture: a picture may use no font of the
 * page, and on a machine without Chinese fonts it would be full of boxes.
 */
export async function pngOf(modeler: Modeler): Promise<Blob> {
  const svg = new DOMParser().parseFromString(await svgOf(modeler), 'image/svg+xml').documentElement
  const [x = 0, y = 0, width = 1, height = 1] = (svg.getAttribute('viewBox') ?? '').split(' ').map(Number)
  for (const text of svg.querySelectorAll('text')) text.remove()
  const image = new Image(width, height)
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`
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
