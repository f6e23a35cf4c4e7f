/** The language of what a person or a newspaper wrote, titles, names and the like, wherever the interface shows it in a language of its own. */

/** To be the `lang` of what shows `text`: undefined where there is no Chinese in it, so that it is the interface's. */
export const langOf = (text: string): 'zh-Hans' | undefined => (/\p{Script=Han}/u.test(text) ? 'zh-Hans' : undefined)
