import type { Readable } from 'node:stream'
import type { Actor } from '../casework/actor.js'
import { NotFoundProblem } from '../casework/problem.js'
import { text } from '../catalogue/index.js'
import type { Config } from '../config.js'
import { linesCsv, linesWorkbook } from '../papers/index.js'
import {
  beginLedgerExport,
  exportProgress,
  ledgerExport,
  ledgerExports,
  ledgerLines,
  settleLedgerExport,
  type LedgerExportKind,
  type Parts,
} from '../runtime/index.js'
import { exportFiles } from './export-files.js'
import { choiceOfQuery } from './forms/ledger-choice.js'
import { ledgerSearch, type LedgerQuery } from './forms/ledger-query.js'
import { ledgerPaper } from './pages/ledger-paper.js'

interface Asked {
  readonly kind: LedgerExportKind
  readonly query: LedgerQuery
}

/**
 * Takes the ledger out as files: what is little at once, what is much as work that can be left and come back to.
 * @param atOnce lines that are sent at once
 */
export function createLedgerExporter(parts: Parts, config: Pick<Config, 'dataDir'>, atOnce = 5000) {
  const files = exportFiles(config)
  return {
    list: (actor: Actor) => ledgerExports(parts, actor),
    one: (actor: Actor, id: number) => ledgerExport(parts, actor, id),

    /** The file as it is written; null where it is so long that it is written first, for its own page to tell of. */
    async take(actor: Actor, asked: Asked): Promise<Readable | null> {
      const { kind, query } = asked
      const what = { kind, choice: choiceOfQuery(query), query: ledgerSearch(query) }
      const begun = await beginLedgerExport(parts, actor, what, atOnce)
      if (!begun.large) return contentOf(actor, asked, () => undefined)
      const { id, total } = begun
      const tell = (done: number) => {
        parts.progress.tell(exportProgress(id), { done, total })
      }
      tell(0)
      void write(id, kind, contentOf(actor, asked, tell))
      return null
    },

    /** @throws NotFoundProblem unless it is this person's own, and there */
    async file(actor: Actor, id: number) {
      const one = await ledgerExport(parts, actor, id)
      if (one.state !== 'written') throw new NotFoundProblem(text('runtime.ledgerExport'))
      return { ...one, path: files.pathOf(one) }
    },
  }

  function contentOf(actor: Actor, { kind, query }: Asked, tell: (done: number) => void): Readable {
    const lines = told(ledgerLines(parts, actor, choiceOfQuery(query)), tell)
    const paper = ledgerPaper(query, { actor, now: parts.clock.now(), lines })
    return kind === 'csv' ? linesCsv(paper) : linesWorkbook(paper, true)
  }

  async function write(id: number, kind: LedgerExportKind, content: Readable): Promise<void> {
    try {
      await files.write({ id, kind }, content)
      await settleLedgerExport(parts, id, 'written')
    } catch {
      // a house that is stopped meanwhile cannot say so: the page then finds the work broken off
      await settleLedgerExport(parts, id, 'failed').catch(() => undefined)
    } finally {
      parts.progress.end(exportProgress(id))
    }
  }
}

/** Lines on their way past somebody who counts. */
async function* told<Line extends { readonly position: number }>(
  lines: AsyncIterable<Line>,
  tell: (done: number) => void,
): AsyncGenerator<Line> {
  for await (const line of lines) {
    if (line.position % 100 === 0) tell(line.position)
    yield line
  }
}
