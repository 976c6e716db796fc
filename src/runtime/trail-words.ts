import { text } from '../catalogue/index.js'
import type { TrailFinding } from '../store/index.js'

/** One finding as a sentence that names the row. */
export function findingWords(finding: TrailFinding): string {
  const row = 'source' in finding ? `${text(`trail.source.${finding.source}`)} ${finding.rowKey}` : ''
  return text(`trail.finding.${finding.kind}`, { ...finding, row })
}
