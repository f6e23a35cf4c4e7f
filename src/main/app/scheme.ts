/** The window's own scheme: serves the built window from disk under a Content-Security-Policy that lets nothing else in. */
import path from 'node:path'
import { protocol } from 'electron'

export const ORIGIN = 'banxin://desk'
export const START_URL = `${ORIGIN}/index.html`

/** Nothing is allowed but what the window's own files bring; `blob:` and `data:` are for pictures that the page itself made. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const KINDS: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ttf': 'font/ttf',
  '.otf': 'font/otf',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

/** To be called before Electron is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'banxin', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/**
 * Serves the files below `folder`, and nothing above it. To be called once Electron is ready. `protocol.handle` would read every
 * file into this process and send it on in pieces, while the window waits for its scripts; here Chromium reads the file by itself.
 */
export function serveScheme(folder: string): void {
  protocol.registerFileProtocol('banxin', ({ url, method }, serve) => {
    const file = method === 'GET' ? fileOf(folder, url) : undefined
    const kind = file && KINDS[path.extname(file)]
    serve(file && kind ? { path: file, mimeType: kind, headers: headers(kind) } : { error: NET_FILE_NOT_FOUND })
  })
}

/** Chromium's number for it. */
const NET_FILE_NOT_FOUND = -6

/** The file that `url` names below `folder`, or undefined where it names another host or a place above it. */
export function fileOf(folder: string, url: string): string | undefined {
  try {
    const { host, pathname } = new URL(url)
    if (host !== new URL(ORIGIN).host) return undefined
    const file = path.join(folder, decodeURIComponent(pathname))
    return file.startsWith(folder + path.sep) ? file : undefined
  } catch {
    return undefined
  }
}

/**
 * No opener policy is among them: no window opens another one, and with it Chromium starts a second process for the page, after the
 * first one, which the window would wait for.
 */
const headers = (kind: string) => ({
  'Content-Type': kind,
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
})
