'use strict'
// The spec reporter, then where the time went, then one plain closing line that a machine can read.
const path = require('node:path')
const { reporters, Runner } = require('mocha')

const { EVENT_HOOK_END, EVENT_RUN_END, EVENT_TEST_END } = Runner.constants

module.exports = class PlainClosing extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options)
    const seconds = new Map()
    const spent = ({ file, duration }) =>
      seconds.set(file ?? '', (seconds.get(file ?? '') ?? 0) + (duration ?? 0) / 1000)
    runner.on(EVENT_TEST_END, spent)
    runner.on(EVENT_HOOK_END, spent)
    runner.once(EVENT_RUN_END, () => {
      const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {}
      process.stdout.write(
        `\n${slowest(seconds)}\n${passes} passed, ${failures} failed, ${pending} skipped\n`,
      )
    })
  }
}

/** The files that took longest, in seconds: the first places to look when the whole takes too long. */
function slowest(seconds) {
  return [...seconds]
    .filter(([file]) => file)
    .sort((one, other) => other[1] - one[1])
    .slice(0, 20)
    .map(([file, took]) => `${took.toFixed(1).padStart(7)} s  ${path.relative(process.cwd(), file)}`)
    .join('\n')
}
