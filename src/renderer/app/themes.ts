/** The looks of the window. */
export const THEMES = ['light', 'dark', 'system', 'contrast'] as const
export type Theme = (typeof THEMES)[number]

const dark = globalThis.matchMedia?.('(prefers-color-scheme: dark)')

/** Puts the theme on the root element, where the tokens look for it. */
export function showTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme === 'system' ? (dark?.matches ? 'dark' : 'light') : theme
}

export const onSystemTheme = (hear: () => void): void => dark?.addEventListener('change', hear)
