/** The tabs of a first visit: comments in Chinese and English, then one GraphQL operation. */
export declare const EXAMPLES: readonly { readonly query: string }[];
