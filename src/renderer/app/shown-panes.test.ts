/** A narrow window gives its room to the page and to the pane that was asked for last. */
import { expect, test } from 'vitest'
import { leastPage, shownPanes } from './shown-panes.ts'
import type { Pane } from './shown-panes.ts'

const check = (width: number, chosen: readonly Pane[], asked: Pane | undefined, expected: readonly Pane[]) => {
  const has = (pane: Pane) => chosen.includes(pane)
  const state = { 'panel.preview': has('preview'), 'panel.library': has('library'), 'panel.source': has('source') }
  expect(shownPanes({ chosen: { ...state, 'view.focus': false }, asked }, width)).toEqual(expected)
  expect(shownPanes({ chosen: { ...state, 'view.focus': true }, asked }, width)).toEqual([])
}

test('a wide window shows all that was chosen', () => {
  check(1280, ['library', 'source', 'preview'], undefined, ['preview', 'library', 'source'])
  check(1280, ['source'], undefined, ['source'])
})

test('a narrow window shows what the page leaves room for', () => {
  check(860, ['library', 'source', 'preview'], undefined, ['preview'])
  check(860, ['library', 'source'], undefined, ['library', 'source'])
  check(640, ['library', 'source'], undefined, ['library'])
})

test('what was asked for last stands however narrow the window is', () => {
  check(640, ['library', 'source'], 'source', ['source'])
  check(500, ['library', 'preview'], 'preview', ['preview'])
  // Not where it was sent away again.
  check(640, ['library'], 'source', ['library'])
})

test('the page gives way to the pane, not the pane to the page', () => {
  expect(leastPage(['preview'], 640)).toBe(280)
  expect(leastPage(['library', 'source'], 1280)).toBe(420)
})
