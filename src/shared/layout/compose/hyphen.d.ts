/** What the package says of itself: it has no types of its own. */
declare module 'hyphen/en-us/index.js' {
  const english: { readonly hyphenateSync: (text: string, options?: { readonly hyphenChar?: string }) => string }
  export default english
}
