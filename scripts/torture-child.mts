/** What the torture kills: imports a folder, or edits pages as fast as it can, and says on stdout what was acknowledged. */
import { createHash } from 'node:crypto'
import { openArchive } from '../src/main/archive/archive.ts'
import { api } from '../src/shared/api.ts'
import { client } from '../src/shared/rpc.ts'

const [kind, file = '', folder = ''] = process.argv.slice(2)
const say = (line: string) => process.stdout.write(`${line}\n`)

const archive = await openArchive({ path: file, watch: false, segment: false, log: (m, e) => console.error(m, e) })
const call = client(api, archive.handle)
archive.onEvent(({ event, data }) => {
  if (event === 'pages.changed') for (const id of (data as { ids: number[] }).ids) say(`stored ${id}`)
})

if (kind === 'import') {
  // The job of the process that was killed goes on where it was; a new one is made when there is none.
  const unfinished = (await call('job.list', {})).find((j) => j.state !== 'done')
  const { id } = unfinished ?? (await call('job.create', { paths: [folder] }))
  say('ready')
  await call('job.wait', { id })
  await call('index.run', {})
} else {
  const pages = await call('page.list', {})
  const revisions = new Map(pages.map((p) => [p.id, p.revision]))
  say('ready')
  for (let n = 0; ; n++) {
    const { id } = pages[n % pages.length] ?? { id: 1 }
    const { page } = await call('page.get', { id })
    const changed = {
      ...page,
      articles: page.articles.map((a) => ({
        ...a,
        blocks: a.blocks.map((b, i) =>
          i === 0 ? { ...b, text: `${process.pid}-${n} ${b.text.replace(/^\S* /, '')}` } : b,
        ),
      })),
    }
    const { revision } = await call('page.save', { id, revision: revisions.get(id) ?? 1, page: changed })
    revisions.set(id, revision)
    say(`saved ${id} ${revision} ${createHash('sha256').update(JSON.stringify(changed)).digest('hex')}`)
    if (n % 40 === 39) await call('index.run', {})
  }
}
await archive.close()
say('end')
