/** A main process with no window that starts the echo process in both ways and prints what came back, as one line of JSON. */
import { app } from 'electron'
import { archiveHost } from '../../src/main/app/archive-host.ts'
import { startByNode } from '../../src/main/app/start-by-node.ts'
import type { Starter } from '../../src/main/app/start-by-node.ts'
import { chooseStarter, startByUtilityProcess } from '../../src/main/app/starters.ts'

const [script = '', node = ''] = process.argv.slice(-2)

async function probe(starter: Starter) {
  const heard: unknown[] = []
  let restarts = 0
  const host = archiveHost(() => starter(script, JSON.stringify({ greeting: '版心' })), {
    onEvent: (name, data) => void heard.push([name, data]),
    onRestarted: () => void restarts++,
  })
  const echoed = await host.call('echo', { text: '海湾新城', bytes: new Uint8Array([0, 127, 255]) })
  const died = await host.call('die', {})
  const after = await host.call('echo', 'again')
  await host.close()
  return { echoed: readable(echoed), died, after, restarts, heard }
}

/** Bytes as JSON shows them. */
const readable = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, part: unknown) => (part instanceof Uint8Array ? { bytes: [...part] } : part)))

void app.whenReady().then(async () => {
  const results = { utility: await probe(startByUtilityProcess), node: await probe(startByNode(node)) }
  const chosen = ['8', '10', undefined].map(
    (napi) => chooseStarter(undefined, napi, () => node) === startByUtilityProcess,
  )
  console.log(`PROBE ${JSON.stringify({ ...results, chosen })}`)
  app.exit(0)
})
