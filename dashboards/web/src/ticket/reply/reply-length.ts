import type { PlatformName } from '@huiyin/schemas/names.ts'

/** How long a text is in the platform's own units: on Weibo half-width characters are a half, an emoji is two. */
export function replyLength(platform: PlatformName, text: string): number {
  if (platform !== 'weibo') return [...text].length
  const units = Array.from({ length: text.length }, (_, at) => (text.charCodeAt(at) < 0x80 ? 1 : 2))
  return Math.ceil(units.reduce((sum, unit) => sum + unit, 0) / 2)
}
