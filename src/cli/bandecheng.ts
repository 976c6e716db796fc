#!/usr/bin/env node
import { runCommandLine } from './run.js'
import { processTerminal } from './terminal.js'

// `bandecheng simulate | head`: who reads no further has seen enough
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

process.exitCode = await runCommandLine(process.argv.slice(2), processTerminal)
