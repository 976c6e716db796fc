import type Modeler from 'bpmn-js/lib/Modeler'
import { textOf } from '../changes'
import type { AskUser } from '../question'
import type { Words } from '../words'
import { importDiagram } from './import-diagram'
import { pngOf, svgOf } from './pictures'
import { readFile } from './read-file'
import { saveAs } from './save-as'
import { buttonOf, partOf } from '../page-parts'

/** Ties the buttons for files, and files dropped on the board, to what they do. */
export function tieFiles(parts: {
  readonly modeler: Modeler
  readonly section: HTMLElement
  readonly key: string
  readonly words: Words
  readonly ask: AskUser
  /** told before anything is replaced: what was drawn a moment ago is a revision to come back to */
  readonly keepDrawn: () => void
  /** told of what came in */
  readonly imported: (xml: string) => void
}): void {
  const { modeler, section, key, words, ask, keepDrawn, imported } = parts
  const does = (name: string, act: () => void) => {
    buttonOf(section, name).addEventListener('click', act)
  }

  const chooser = partOf(section, 'file', HTMLInputElement)
  does('import', () => {
    chooser.click()
  })
  chooser.addEventListener('change', () => {
    const [file] = chooser.files ?? []
    if (file) void take(file)
    chooser.value = '' // the same file may be chosen again after it was mended
  })
  takeDropped(section, file => void take(file))

  does('export-bpmn', () => {
    void textOf(modeler).then(xml => {
      saveAs(new Blob([xml], { type: 'application/xml' }), `${key}.bpmn`)
    })
  })
  does('export-svg', () => {
    void svgOf(modeler).then(svg => {
      saveAs(new Blob([svg], { type: 'image/svg+xml' }), `${key}.svg`)
    })
  })
  does('export-png', () => {
    void pngOf(modeler).then(png => {
      saveAs(png, `${key}.png`)
    })
  })

  async function take(file: Blob): Promise<void> {
    keepDrawn()
    const read = await readFile(file, words('import.undecodable'))
    if ('refused' in read) {
      await ask({
        title: words('import.refused.title'),
        text: words('import.refused.text'),
        details: [read.refused],
        answers: [{ value: 'ok', label: words('import.refused.ok') }],
      })
      return
    }
    // as the board writes it: what is looked over and saved is what is seen
    if (await importDiagram(modeler, read.text, { key, words, ask })) imported(await textOf(modeler))
  }
}

function takeDropped(section: HTMLElement, take: (file: Blob) => void): void {
  const isFile = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false
  section.addEventListener('dragover', event => {
    if (!isFile(event)) return
    event.preventDefault()
    section.classList.add('is-dropping')
  })
  for (const end of ['dragleave', 'drop'])
    section.addEventListener(end, () => {
      section.classList.remove('is-dropping')
    })
  section.addEventListener('drop', event => {
    const [file] = event.dataTransfer?.files ?? []
    if (!file) return
    event.preventDefault()
    take(file)
  })
}
