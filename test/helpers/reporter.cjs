'use strict'
// The spec reporter, plus one plain closing line that a machine can read: "N passed, N failed".
const { reporters, Runner } = require('mocha')

module.exports = class PlainClosing extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options)
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {}
      process.stdout.write(`\n${passes} passed, ${failures} failed, ${pending} skipped\n`)
    })
  }
}
