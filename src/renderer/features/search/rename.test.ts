/** Saved searches are called otherwise, on a real archive. */
import { expect, test } from 'vitest'
import { archiveForEach } from '../../../main/archive/testing.ts'
import { createSearch } from './search.ts'

const { call } = archiveForEach()

test('a name that another one has is told from a rename that failed', async () => {
  const complaints: unknown[] = []
  const search = createSearch(call, (error) => void complaints.push(error))
  await search.save('山路')
  const one = await search.save('渡口')
  const id = one?.id ?? 0
  expect(await search.rename(id, '灯火')).toMatchObject({ renamed: true })
  expect(await search.rename(id, '山路')).toEqual({ renamed: false, operation: null })
  expect(complaints).toEqual([])
  expect(await search.rename(id, '')).toBeUndefined()
  expect(complaints).toHaveLength(1)
  expect(
    search
      .get()
      .saved.map((s) => s.name)
      .toSorted(),
  ).toEqual(['山路', '灯火'].toSorted())
})
