import type { Label, PlatformName, RiskLevel, SentimentName } from '@huiyin/schemas/names.ts'
import type { FigureBy, ReportKind } from '@huiyin/schemas/report.ts'

/** What closed lists are called in reports. */
export const KEY_WORDS = {
  label: { inquiry: '咨询', suggestion: '建议', complaint: '投诉', other: '其他' } satisfies Record<Label, string>,
  sentiment: { negative: '负面', neutral: '中性', positive: '正面' } satisfies Record<SentimentName, string>,
  level: { blue: '蓝色', yellow: '黄色', orange: '橙色', red: '红色' } satisfies Record<RiskLevel, string>,
  platform: {
    ...{ wechat: '微信', weibo: '微博', douyin: '抖音', kuaishou: '快手', mastodon: 'Mastodon', other: '其他平台' }
  } satisfies Record<PlatformName, string>,
  kind: { first: '首次回复', next: '后续回复' }
} as const satisfies Partial<Record<FigureBy, Record<string, string>>>

/** The last word of a report's title. */
export const KIND_WORDS: Record<ReportKind, string> = {
  daily: '日报',
  weekly: '周报',
  monthly: '月报',
  quarterly: '报告',
  yearly: '报告',
  special: '专报'
}

/** Where names of keys stand in a document. */
export const nameKey = (by: FigureBy, key: string) => `${by}/${key}`

/** What a key is called: as the document names it, by the closed lists, as a day, or as it is. */
export function nameOfKey(names: Readonly<Record<string, string>>, by: FigureBy, key: string): string {
  const listed = (KEY_WORDS as Partial<Record<FigureBy, Record<string, string>>>)[by]?.[key]
  return names[nameKey(by, key)] ?? listed ?? (by === 'day' || by === 'month' ? dayWords(key) : key)
}

function dayWords(key: string): string {
  const [year, month, day] = key.split('-').map(Number)
  return day === undefined ? `${year}年${month}月` : `${month}月${day}日`
}
