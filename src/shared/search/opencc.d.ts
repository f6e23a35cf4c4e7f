/** The character table of Traditional → Simplified: `萬 万|…`, the first character after the blank is the usual one. */
declare module 'opencc-js/dict/TSCharacters' {
  const table: string
  export default table
}
