// Virtual displays for journeys that run side by side: windows on one display would take the focus from each other.
import { spawn } from 'node:child_process'

/** Opens `count` displays; `names` is what `DISPLAY` is to be for each. They go with this process at the latest. */
export async function openDisplays(count) {
  const opened = await Promise.all(Array.from({ length: count }, openDisplay))
  const close = () => opened.forEach(({ child }) => child.kill())
  process.once('exit', close)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1))
  return { names: opened.map(({ name }) => name), close }
}

function openDisplay() {
  // The server chooses a number that is free and writes it there.
  const args = ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp', '-noreset']
  const child = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdio[3].setEncoding('utf8').on('data', (chunk) => {
      said += chunk
      if (said.includes('\n')) resolve({ child, name: `:${said.trim()}` })
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`虚拟显示器没有启动。 Xvfb did not start (exit ${code}).`)))
  })
}
