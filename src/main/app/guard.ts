/** Refuses what no window of Banxin ever needs: other pages, new windows, embedded views, permissions, downloads. */
import type { App, Session, WebContents } from 'electron'
import { START_URL } from './scheme.ts'

export function guard(app: App): void {
  app.on('web-contents-created', (_, contents) => guardContents(contents))
}

export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_, permission, answer) => answer(ALLOWED.has(permission)))
  session.setPermissionCheckHandler((_, permission) => ALLOWED.has(permission))
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
}

/** Copying needs this one; reading the clipboard goes through paste events. */
const ALLOWED: ReadonlySet<string> = new Set(['clipboard-sanitized-write'])

function guardContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('will-navigate', refuse)
  contents.on('will-redirect', refuse)
}

/** The window's own page may be loaded again; nothing else may be gone to. */
function refuse(event: { preventDefault(): void }, url: string) {
  if (url !== START_URL) event.preventDefault()
}
