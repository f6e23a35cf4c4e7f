/** `banxin formats`: the readers and writers there are. */
import { WRITERS } from '../../../shared/writers/index.ts'
import { READERS } from '../../archive/readers/index.ts'
import { COMMON, parse, UsageError } from '../arguments.ts'
import type { Command } from '../command.ts'

export const formatsCommand: Command = {
  name: 'formats',
  usage: 'banxin formats [--json]',
  about: { zh: '列出能读和能写的格式', en: 'List what can be read and written' },
  run(args, terminal) {
    const { words } = parse(args, COMMON)
    if (words.length > 0) throw new UsageError('extra', words.join(' '))
    const readers = READERS.map(({ id, name, extensions }) => ({ id, name, extensions }))
    const writers = WRITERS.map(({ id, name, extension }) => ({ id, name, extension }))
    terminal.data({ readers, writers })
    terminal.say({ zh: '能读', en: 'Reads' }[terminal.lang])
    for (const r of readers) terminal.say(`  ${r.id.padEnd(12)}${r.name[terminal.lang]}  ${r.extensions.join(' ')}`)
    terminal.say({ zh: '能写', en: 'Writes' }[terminal.lang])
    for (const w of writers) terminal.say(`  ${w.id.padEnd(12)}${w.name[terminal.lang]}  ${w.extension}`)
    return Promise.resolve(0)
  },
}
