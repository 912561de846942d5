/**
 * GB/T 9704 in numbers: A4, margins 37, 35, 28 and 26 mm, so that 156 × 225 mm remain for the text; title in 二号
 * (22 pt), text in 三号 (16 pt) with a line every 28 pt, 22 lines of 28 characters; page numbers in 四号 (14 pt).
 */
export const SHEET = {
  mm: { width: 210, height: 297, top: 37, bottom: 35, left: 28, right: 26 },
  pt: { mark: 30, title: 22, text: 16, table: 12, number: 14, line: 28, titleLine: 34, tableLine: 18 }
} as const

/** By name; offices have the first, other machines one of those behind it. */
export const FONTS = {
  title: ['方正小标宋简体', '方正小标宋_GBK', '华文中宋', 'STZhongsong', 'SimSun', 'Noto Serif CJK SC', 'serif'],
  text: ['仿宋_GB2312', '仿宋', 'FangSong', 'STFangsong', 'Noto Serif CJK SC', 'serif'],
  first: ['黑体', 'SimHei', 'STHeiti', 'Noto Sans CJK SC', 'sans-serif'],
  second: ['楷体_GB2312', '楷体', 'KaiTi', 'STKaiti', 'Noto Serif CJK SC', 'serif'],
  number: ['宋体', 'SimSun', 'STSong', 'Noto Serif CJK SC', 'serif']
} as const

/** 一 二 三 … 九十九: the numbers of first headings. */
export function chineseNumber(n: number): string {
  const digits = '零一二三四五六七八九'
  if (n < 10) return digits[n]!
  const tens = Math.floor(n / 10)
  return `${tens > 1 ? digits[tens] : ''}十${n % 10 > 0 ? digits[n % 10] : ''}`
}

type Heading = { level: 1 | 2 | 3; text: string }

/** Numbers headings as they come: 一、 （一） 1. */
export function numbering(): (heading: Heading) => string {
  const counts = [0, 0, 0]
  return ({ level, text }) => {
    counts[level - 1]! += 1
    counts.fill(0, level)
    const n = counts[level - 1]!
    if (level === 1) return `${chineseNumber(n)}、${text}`
    return level === 2 ? `（${chineseNumber(n)}）${text}` : `${n}.${text}`
  }
}
