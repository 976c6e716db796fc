import { expect } from 'chai'
import { run } from './run-command.js'

const commands = ['serve', 'migrate', 'seed', 'account', 'calendar', 'due', 'lint', 'simulate', 'keys']

describe('The command line', () => {
  it('says what it can do when it is asked nothing', async () => {
    const { code, out } = await run([])
    expect(code).to.equal(0)
    for (const command of commands) expect(out).to.match(new RegExp(`^  ${command} +\\p{Script=Han}`, 'mu'))
  })

  for (const command of [...commands, 'account add', 'calendar check', 'calendar import', 'keys rotate']) {
    it(`explains ${command} in Chinese`, async () => {
      const { code, out } = await run([...command.split(' '), '--help'])
      expect(code).to.equal(0)
      expect(out).to.include(`用法： bandecheng ${command} `)
      // English would be commander’s own: its titles, its notes on defaults and choices
      expect(out).to.not.match(/Usage|Options|Commands|default|choices|display help/)
      if (!['account', 'calendar', 'keys'].includes(command))
        expect(out).to.include('--data').and.to.include('--json')
    })
  }

  it('tells its version', async () => {
    expect((await run(['--version'])).out).to.match(/^\d+\.\d+\.\d+\n$/)
  })

  const mistakes = [
    ['an unknown command', ['servo'], 'unknownCommand', 'servo'],
    ['an unknown option', ['migrate', '--datta', 'x'], 'unknownOption', '--datta'],
    ['an option without its value', ['seed', '--data'], 'optionMissingArgument', '--data'],
    ['an option in the place of a value', ['seed', '--data', '--json'], 'invalidOption', '--json'],
    ['a missing option', ['due'], 'missingMandatoryOptionValue', '--days'],
    ['a missing argument', ['lint'], 'missingArgument', 'FILE'],
    ['too many arguments', ['lint', 'a', 'b'], 'excessArguments', ''],
    ['a port that is none', ['serve', '--port', '70000'], 'invalidOption', '70000'],
    [
      'a role that is none',
      ['account', 'add', '--username', 'ab', '--role', 'boss'],
      'invalidOption',
      'boss',
    ],
    ['a speed that is none', ['simulate', '--speed', '0'], 'invalidOption', '--speed'],
    ['a file that is not there', ['simulate', '--cases', '/no/such.json'], 'fileUnreadable', '/no/such.json'],
  ] as const
  for (const [what, words, problem, named] of mistakes) {
    it(`answers ${what} with a Chinese sentence and exit code 1`, async () => {
      const { code, out, err } = await run(words)
      expect({ code, out }).to.deep.equal({ code: 1, out: '' })
      expect(err)
        .to.match(/\p{Script=Han}.*。/u)
        .and.to.include(named)
      const forgotten = words.at(-1) === '--data'
      const json = await run(forgotten ? [words[0], '--json', '--data'] : [...words, '--json'])
      expect(JSON.parse(json.err)).to.include({ problem })
    })
  }

  it('says that a folder cannot be used', async () => {
    const { code, err } = await run(['migrate', '--data', '/etc/passwd', '--json'])
    expect(code).to.equal(1)
    expect(JSON.parse(err)).to.include({ problem: 'dataDirUnusable' })
  })
})
