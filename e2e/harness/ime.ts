/** An input method, spoken through the DevTools protocol. */
import type { Page } from '@playwright/test'

export type InputMethod = {
  /** Shows `text` as what is being composed. */
  readonly show: (text: string) => Promise<void>
  /** Puts `word` where something was being composed. */
  readonly commit: (word: string) => Promise<void>
  /** Shows `steps`, each in the place of the one before, and commits `word`. */
  readonly compose: (steps: readonly string[], word: string) => Promise<void>
}

export async function inputMethod(window: Page): Promise<InputMethod> {
  const devTools = await window.context().newCDPSession(window)
  const show = async (text: string) => {
    await devTools.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    })
  }
  const commit = async (word: string) => {
    await devTools.send('Input.insertText', { text: word })
  }
  const compose = async (steps: readonly string[], word: string) => {
    for (const text of steps) await show(text)
    await commit(word)
  }
  return { show, commit, compose }
}
