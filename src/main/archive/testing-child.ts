/** For tests: another program on the archive at the path given, which moves all its pages slowly and says so when it has begun. */
import { changeMeta } from './library.ts'
import { openDb, sql } from './store/db.ts'

const db = openDb(process.argv[2] ?? '', { create: false })
db.function('wait', () => {
  for (const until = performance.now() + 25; performance.now() < until;);
  return null
})
db.exec('CREATE TEMP TRIGGER slow AFTER UPDATE ON page BEGIN SELECT wait(); END')
const ids = sql<{ id: number }>(db, 'SELECT id FROM page').all()
const moving = changeMeta(
  { db, emit: () => undefined, changed: () => undefined, who: () => '另一个程序' },
  ids.map(({ id }) => id),
  { number: 'B1' },
  'move',
)
process.send?.('begun')
await moving
process.send?.('done')
