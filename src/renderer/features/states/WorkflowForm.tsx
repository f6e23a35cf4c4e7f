/** The newsroom's own steps, one a line. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Workflow } from '../../../shared/api/library.ts'

type Props = {
  readonly workflow: Workflow
  readonly onCancel: () => void
  readonly onKeep: (workflow: Workflow) => void
}

export function WorkflowForm({ workflow, onCancel, onKeep }: Props) {
  const { t } = useTranslation()
  const [pages, setPages] = useState(workflow.pages.join('\n'))
  const [articles, setArticles] = useState(workflow.articles.join('\n'))
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        onKeep({ pages: linesOf(pages), articles: linesOf(articles) })
      }}
    >
      <label className="field">
        <span>{t('state.pages')}</span>
        <textarea className="input input-steps" data-first value={pages} onChange={(e) => setPages(e.target.value)} />
      </label>
      <label className="field">
        <span>{t('state.articles')}</span>
        <textarea className="input input-steps" value={articles} onChange={(e) => setArticles(e.target.value)} />
      </label>
      <footer className="dialog-foot">
        <button type="button" className="button" onClick={onCancel}>
          {t('dialog.cancel')}
        </button>
        <button type="submit" className="button button-main">
          {t('state.save')}
        </button>
      </footer>
    </form>
  )
}

/** Every step once, in order, without blanks; a step has at most 40 characters. */
const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim().slice(0, 40))
      .filter((line) => line !== ''),
  ),
]
