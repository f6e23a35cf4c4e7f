/** Every address of the digital edition, relative to its top; all plain ASCII, so that it opens from disk and from any host. */
export const URLS = {
  home: 'index.html',
  calendar: 'calendar.html',
  authors: 'authors.html',
  keywords: 'keywords.html',
  search: 'search.html',
  feed: 'feed.xml',
  sitemap: 'sitemap.xml',
  style: 'assets/site.css',
  script: 'assets/search.js',
  manifest: 'assets/search-index.js',
  icon: 'assets/icon.svg',
  issue: (key: string) => `issues/${key}.html`,
  page: (key: string) => `pages/${key}.html`,
  article: (key: string, n: number) => `articles/${key}-${n}.html`,
  shard: (n: number) => `assets/text-${n}.js`,
  picture: (sha256: string, extension: string) => `pictures/${sha256.slice(0, 24)}.${extension}`,
} as const

/** What leads from the file at `url` back to the top: nothing or `../`. */
export const rootOf = (url: string): string => '../'.repeat(url.split('/').length - 1)
