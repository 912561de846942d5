// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no place for them
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

const NAMED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Without what no document may hold: control characters and halves of characters. */
export const plain = (text: string): string => text.toWellFormed().replace(CONTROL, '')

/** As it stands in HTML and SVG, in text and in quoted attributes. */
export const escaped = (text: string): string => plain(text).replace(/[&<>"']/g, found => NAMED[found]!)
