/** The words of a text for the site's search: each Han character is one, as Chinese puts no space between words. */
export const tokens = (text: string): string[] => text.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{N}_]+/gu) ?? []
