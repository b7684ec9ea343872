/** The largest article that is read, in bytes after decompression (DESIGN.md: one article above 20 MB is reported). */
export const ARTICLE_LIMIT = 20 * 1024 * 1024;
