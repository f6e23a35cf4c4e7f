export declare const commonFontsFolder: string
export declare function makeCommonFonts(): Promise<void>
