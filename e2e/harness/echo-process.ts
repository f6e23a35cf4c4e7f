/** Stands where the archive process stands, with a handler that needs no database: says back what it hears, dies when told to. */
import { channelToHost } from '../../src/main/archive/channel-to-host.ts'
import { serveChannel } from '../../src/main/archive/channel-serve.ts'

const { greeting } = JSON.parse(process.argv[2] ?? '{}') as { greeting: string } // our own starter wrote it

serveChannel(
  channelToHost(),
  () =>
    Promise.resolve({
      handle: (method, input) => {
        if (method === 'die') process.kill(process.pid, 'SIGKILL')
        return Promise.resolve({ ok: true, value: { method, input } })
      },
      onEvent: (hear) => {
        hear({ event: 'greeting', data: greeting })
        return () => {}
      },
      close: () => Promise.resolve(),
    }),
  console.error,
  () => process.exit(0),
)
