import { called } from '../called.js'
import { graphOf, isScope } from '../graph.js'
import type { Rule } from '../rule.js'
import { stuckJoins } from '../token-game.js'

/** A parallel join waits for all its ways. Where one of them need not be gone, a case can wait there for ever. */
export default function parallelJoin(): Rule {
  return {
    check(element, reporter) {
      if (!isScope(element)) return
      for (const { join, missing } of stuckJoins(graphOf(element))) {
        reporter.report(
          join.id,
          `${called(join)}可能永远等不齐：${called(missing.sourceRef)}这一路不一定会走到。请改为排他网关会合，或让它只汇聚同一个并行网关分出的路线。`,
        )
      }
    },
  }
}
