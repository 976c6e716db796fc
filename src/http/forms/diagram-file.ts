import { text } from '../../catalogue/index.js'
import { decodeDiagram, inUtf8 } from '../../runtime/index.js'

/** A diagram that was uploaded or pasted, as text; or what is wrong with it, for the form. */
export type DiagramFile = { readonly xml: string } | { readonly wrong: string }

/** What was chosen comes before what was pasted. */
export function readDiagramFile({ file, pasted }: { file: Uint8Array | null; pasted: string }): DiagramFile {
  if (file && file.length > 0) {
    const xml = decodeDiagram(file)
    return xml === undefined ? { wrong: text('import.encoding') } : { xml }
  }
  return pasted.trim() === '' ? { wrong: text('import.empty') } : { xml: inUtf8(pasted) }
}
