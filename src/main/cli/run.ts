/** Runs one command line: finds the command, turns every failure into one sentence and an exit code. */
import { BanxinError } from '../../shared/errors.ts'
import type { Lang } from '../../shared/page/roles.ts'
import { commandFirst, langOf, UsageError, usageText } from './arguments.ts'
import type { Command, ExitCode } from './command.ts'
import { COMMANDS } from './commands/index.ts'
import { sentence, terminal } from './terminal.ts'

/** `given` are the words after the program's name. Never throws. */
export async function run(given: readonly string[]): Promise<ExitCode> {
  const args = commandFirst(given)
  const lang = langOf(args)
  const term = terminal(lang, args.includes('--json'))
  const [name, ...rest] = args
  const load = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  const command = await load?.()
  if (!command) {
    const wanted = name === undefined || name === '--help' || name === 'help'
    if (!wanted) term.complain(`${{ zh: '没有这个命令', en: 'There is no such command' }[lang]}: ${name}`)
    const lines = await overview(lang)
    if (wanted && name !== undefined) process.stdout.write(`${lines}\n`)
    else term.complain(lines)
    return wanted && name !== undefined ? 0 : 2
  }
  if (rest.includes('--help')) {
    process.stdout.write(`${help(command, lang)}\n`)
    return 0
  }
  try {
    return await command.run(rest, term)
  } catch (error) {
    if (error instanceof UsageError) {
      const wrong = `${{ zh: '用法不对：', en: 'Wrong use: ' }[lang]}${usageText(error, lang)}`
      term.complain(`${wrong}\n${usageLine(command, lang)}`)
      return 2
    }
    term.complain(sentence(error, lang))
    if (process.env.BANXIN_DEBUG) console.error(error)
    return error instanceof BanxinError && WRONG_USE.has(error.code) ? 2 : 1
  }
}

const WRONG_USE = new Set(['archive/missing', 'format/unknown', 'query/empty'])

const usageLine = (c: Command, lang: Lang): string => `${{ zh: '用法', en: 'Usage' }[lang]}: ${c.usage}`

function help(c: Command, lang: Lang): string {
  const common = {
    zh: '  --json        结果以 JSON 写到标准输出\n  --lang zh|en  提示语言（默认 zh）\n  --help        本说明',
    en: '  --json        the result as JSON on standard output\n  --lang zh|en  language of messages (default zh)\n  --help        this text',
  }
  return `${c.about[lang]}\n\n${usageLine(c, lang)}\n\n${common[lang]}`
}

async function overview(lang: Lang): Promise<string> {
  const title = {
    zh: '版心 banxin：中文报纸编辑工作站的命令行',
    en: 'banxin: the command line of the Chinese newspaper workstation',
  }
  const all = await Promise.all(Object.values(COMMANDS).map((load) => load()))
  return [title[lang], '', ...all.map((c) => `  ${c.usage}\n      ${c.about[lang]}`)].join('\n')
}
