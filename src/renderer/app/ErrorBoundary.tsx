/** What stands in the window when drawing it failed: what was typed is kept, and one key brings the desk back. */
import { t } from 'i18next'
import { Component } from 'react'
import type { ErrorInfo, ReactNode } from 'react'

type Props = {
  readonly children: ReactNode
  /** Puts what was typed on disk. */
  readonly keep: () => void
}

export class ErrorBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError = () => ({ failed: true })

  override componentDidCatch(error: unknown, { componentStack }: ErrorInfo): void {
    console.error(error, componentStack)
    this.props.keep()
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return (
      <main className="broken" role="alert">
        <h1>{t('broken.title')}</h1>
        <p>{t('broken.text')}</p>
        <button className="button button-main" autoFocus onClick={() => location.reload()}>
          {t('broken.reload')}
        </button>
      </main>
    )
  }
}
