/** The window's languages: Chinese by default, English by a switch. */
import i18next, { changeLanguage, use } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { EN } from './en.ts'
import { nestQuotes } from './quotes.ts'
import { ZH } from './zh.ts'
import type { Lang } from '../../shared/page/roles.ts'

export function startLanguages(): void {
  use({ type: 'postProcessor', name: 'quotes', process: nestQuotes })
  void use(initReactI18next).init({
    resources: { zh: { translation: ZH }, en: { translation: EN } },
    lng: 'zh',
    fallbackLng: 'zh',
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    postProcess: ['quotes'],
    initAsync: false,
  })
  for (const [name, [one, many]] of Object.entries(ENDINGS))
    i18next.services.formatter?.add(name, (n) => (Number(n) === 1 ? one : many))
}

/** What ends an English noun after the number that stands before it: `{{n}} page{{n, s}}`, `{{n}} stor{{n, ies}}`. */
const ENDINGS = { s: ['', 's'], ies: ['y', 'ies'] } as const

export const langNow = (): Lang => (i18next.language === 'en' ? 'en' : 'zh')

export function setLanguage(lang: Lang): void {
  document.documentElement.lang = lang === 'zh' ? 'zh-Hans' : 'en'
  if (i18next.language !== lang) void changeLanguage(lang)
}
