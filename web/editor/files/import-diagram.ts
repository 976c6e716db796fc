import type Modeler from 'bpmn-js/lib/Modeler'
import { checkReading } from '../../../src/engine/lint/reading'
import type { ModelElement } from '../bpmn-js'
import type { AskUser } from '../question'
import type { Words } from '../words'

interface Moddle {
  fromXML(xml: string): Promise<{
    readonly rootElement: ModelElement
    readonly warnings: readonly { readonly message: string }[]
  }>
  toXML(root: ModelElement, options: { readonly format: boolean }): Promise<{ readonly xml: string }>
}

/** Shows particulars up to here; a file of a strange tool has hundreds of them. */
const mostDetails = 20

/**
 * Puts a file’s diagram on the board in place of what is there. Nothing of the file is lost silently: what could not be
 * kept refuses it, what is not understood but kept is told.
 *
 * @param key the process that is being edited; a file of another one is asked about
 * @returns whether it is now on the board; not when it was refused or thought better of
 */
export async function importDiagram(
  modeler: Modeler,
  text: string,
  { key, words, ask }: { readonly key: string; readonly words: Words; readonly ask: AskUser },
): Promise<boolean> {
  const refuse = async (reasons: readonly string[]) => {
    await ask({
      title: words('import.refused.title'),
      text: words('import.refused.text'),
      details: reasons.slice(0, mostDetails),
      answers: [{ value: 'ok', label: words('import.refused.ok') }],
    })
    return false
  }

  const moddle = modeler.get<Moddle>('moddle')
  let read: Awaited<ReturnType<Moddle['fromXML']>>
  try {
    read = await moddle.fromXML(text)
  } catch (error) {
    return refuse(sentencesOf([error instanceof Error ? error.message : String(error)]))
  }
  const warnings = read.warnings.map(({ message }) => message)
  const broken = warnings.filter(warning => warning.startsWith('unresolved reference'))
  const lost = sentencesOf(warnings.filter(warning => !broken.includes(warning)))
  if (lost.length > 0) return refuse(lost)
  const drawings = (read.rootElement.get('diagrams') ?? []) as readonly ModelElement[]
  if (!drawings.some(hasShapes)) return refuse([words('import.noDrawing')])

  const process = processOf(read.rootElement)
  if (!process) return refuse([words('import.noProcess')])
  const other = process.id !== key
  const kept = warnings.filter(warning => warning.startsWith('unknown attribute'))
  const answer = await ask({
    title: words('import.title'),
    text: [
      words('import.text'),
      ...(other ? [words('import.otherKey', { other: process.id, key })] : []),
      ...(kept.length > 0 ? [words('import.kept', { count: kept.length })] : []),
      ...(broken.length > 0 ? [words('import.broken', { count: broken.length })] : []),
    ].join('\n'),
    details: [...sentencesOf(broken), ...kept.map(attributeIn)].slice(0, mostDetails),
    answers: [
      { value: 'yes', label: words('import.yes') },
      { value: 'no', label: words('import.no') },
    ],
  })
  if (answer === 'no') return false

  let wanted = text
  if (other) {
    process.set('id', key)
    wanted = (await moddle.toXML(read.rootElement, { format: true })).xml
  }
  const { xml: before } = await modeler.saveXML({ format: true })
  try {
    await modeler.importXML(wanted)
    return true
  } catch (error) {
    if (before !== undefined) await modeler.importXML(before)
    return refuse([error instanceof Error ? error.message : String(error)])
  }
}

function sentencesOf(warnings: readonly string[]): string[] {
  return [...new Set(checkReading(warnings).map(({ message }) => message))]
}

function hasShapes(diagram: ModelElement): boolean {
  const plane = diagram.get('plane') as ModelElement | undefined
  return ((plane?.get('planeElement') ?? []) as readonly unknown[]).length > 0
}

/** The one that would run; where none says so, the first. */
function processOf(root: ModelElement): ModelElement | undefined {
  const processes = ((root.get('rootElements') ?? []) as readonly ModelElement[]).filter(
    ({ $type }) => $type === 'bpmn:Process',
  )
  return processes.find(process => process.get('isExecutable') === true) ?? processes[0]
}

/** `unknown attribute <signavio:x>` → `signavio:x` */
function attributeIn(warning: string): string {
  return /<([^<>]+)>/.exec(warning)?.[1] ?? warning
}
