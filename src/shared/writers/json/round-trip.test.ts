import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { FIXTURE } from '../fixture.ts'
import { hostilePage } from '../hostile.ts'
import { CONTEXT, textOf } from '../testing.ts'
import { readPageJson } from './read.ts'
import { jsonWriter } from './write.ts'
import type { Page } from '../../page/page.ts'

const check = async (p: Page) => expect(readPageJson(textOf((await jsonWriter.write(p, CONTEXT))[0]))).toEqual(p)

test('the page comes back as it was, half surrogate pairs too', async () => {
  await check(FIXTURE)
  await fc.assert(fc.asyncProperty(hostilePage, async (p) => void (await check(p))))
})
test('other JSON is no page', () => expect(readPageJson('{"a":1}')).toBeUndefined())
test('broken JSON is no page', () => expect(readPageJson('{"version":1,')).toBeUndefined())
test('a page of a newer Banxin is not guessed at', () => expect(readPageJson('{"version":99}')).toBeUndefined())
